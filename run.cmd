@echo off
rem Prepares the environment once, then starts the program; the same commands as ./run, explained there.
rem ASCII only: cmd reads this file in the code page of the machine.
setlocal
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PY=%VENV%\Scripts\python.exe"
set "PYTHONPATH="
set "PYTHONHOME="
set "PYTHONDONTWRITEBYTECODE="
set "COMMAND=%~1"
set "BAD="

call :prepare requirements.lock
if not "%errorlevel%"=="0" goto failed
for %%c in (test quick lint bench) do if "%COMMAND%"=="%%c" goto work
"%PY%" "%HERE%main.py" %*
exit /b %errorlevel%

:work
call :prepare requirements-dev.lock
if not "%errorlevel%"=="0" goto failed
set "REST="
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"
cd /d "%HERE%"
set "QT_QPA_PLATFORM=offscreen"
goto %COMMAND%

:test
if not defined REST set "REST=-n auto"
"%PY%" -m pytest %REST%
exit /b %errorlevel%

:quick
call :checks
set "HYPOTHESIS_PROFILE=quick"
call :step tests -m pytest -n 2 --dist loadfile -m "not slow and not thorough"
goto finish

:lint
call :checks
goto finish

:bench
if defined REST call :step %REST% -m benchmarks.%REST%
if not defined REST for %%f in (benchmarks\*.py) do call :one_bench %%~nf
goto finish

:one_bench
set "NAME=%1"
if "%NAME:~0,1%"=="_" exit /b 0
call :step %NAME% -m benchmarks.%NAME%
exit /b 0

:checks
call :step format -m ruff format --check .
call :step lint -m ruff check .
call :step types -m mypy
echo == contracts
"%PY%" -c "from importlinter.cli import lint_imports_command as main; main()"
if not "%errorlevel%"=="0" set "BAD=%BAD% contracts"
exit /b 0

:step
echo == %1
for /f "tokens=1,*" %%a in ("%*") do "%PY%" %%b
if not "%errorlevel%"=="0" set "BAD=%BAD% %1"
exit /b 0

:finish
if not defined BAD exit /b 0
echo Failed:%BAD% 1>&2
exit /b 1

rem The copy of the lock file in the environment is the stamp, written last, so that half an install is done again.
:prepare
if not exist "%PY%" goto install
fc /b "%HERE%%1" "%VENV%\%1" >nul 2>&1
if "%errorlevel%"=="0" exit /b 0
:install
if not "%1"=="requirements.lock" goto fetch
call :make_venv
if not "%errorlevel%"=="0" exit /b 1
:fetch
if exist "%VENV%\%1" del "%VENV%\%1"
"%PY%" -m pip install --disable-pip-version-check --no-input --no-deps --only-binary :all: --require-hashes -r "%HERE%%1" 1>&2
if not "%errorlevel%"=="0" goto not_fetched
copy /y "%HERE%%1" "%VENV%\%1" >nul
exit /b %errorlevel%

:not_fetched
echo The parts the program needs could not be installed; the lines above say why. 1>&2
echo Check the network connection and the free space, then start again: it goes on by itself. 1>&2
exit /b 1

:make_venv
set "FOUND="
for %%p in ("py -3.13" "py -3.12" "py -3.11" "py -3" "python") do call :try_python %%~p
if not defined FOUND goto no_python
echo Preparing the first start: about 100 MB are fetched, once. 1>&2
%FOUND% -m venv --clear "%VENV%" 1>&2
if "%errorlevel%"=="0" exit /b 0
echo The environment could not be made in "%VENV%". 1>&2
echo Copy the program to a folder of your own with free space and start it from there. 1>&2
exit /b 1

:try_python
if defined FOUND exit /b 0
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1
if "%errorlevel%"=="0" set "FOUND=%*"
exit /b 0

:no_python
echo Python 3.11 or newer was not found on this machine. 1>&2
echo Install it from python.org and tick "Add python.exe to PATH", then start again. 1>&2
exit /b 1

:failed
rem A window opened by a double click would close before the words are read.
if not defined COMMAND pause
exit /b 1
