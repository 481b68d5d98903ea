@echo off
rem Prepares the environment once, then starts the program; the same commands as ./run, explained there.
rem ASCII only: cmd reads this file in the code page of the machine.
setlocal
set "HERE=%~dp0"
set "VENV=%HERE%.venv"
set "PY=%VENV%\Scripts\python.exe"
set "PYTHONPATH="
set "PYTHONHOME="
set "COMMAND=%~1"
set "REST="
for /f "tokens=1,*" %%a in ("%*") do set "REST=%%b"

call :prepare requirements.lock || goto :failed
for %%c in (test quick lint bench) do if /i "%COMMAND%"=="%%c" goto :work
"%PY%" "%HERE%main.py" %*
exit /b %errorlevel%

:work
call :prepare requirements-dev.lock || goto :failed
cd /d "%HERE%"
set "QT_QPA_PLATFORM=offscreen"
set "BAD="
goto :%COMMAND%

:test
if not defined REST set "REST=-n auto"
"%PY%" -m pytest %REST%
exit /b %errorlevel%

:quick
call :checks
call :step tests -m pytest -n 2 -m "not slow"
goto :finish

:lint
call :checks
goto :finish

:bench
if defined REST (call :step %REST% -m benchmarks.%REST%) else for %%f in (benchmarks\*.py) do call :one_bench %%~nf
goto :finish

:one_bench
set "NAME=%1"
if not "%NAME:~0,1%"=="_" call :step %NAME% -m benchmarks.%NAME%
exit /b 0

:checks
call :step format -m ruff format --check .
call :step lint -m ruff check .
call :step types -m mypy
echo == contracts
"%PY%" -c "from importlinter.cli import lint_imports_command as main; main()" || set "BAD=%BAD% contracts"
exit /b 0

:step
echo == %1
for /f "tokens=1,*" %%a in ("%*") do "%PY%" %%b || set "BAD=%BAD% %1"
exit /b 0

:finish
if not defined BAD exit /b 0
echo Failed:%BAD% 1>&2
exit /b 1

rem --- the environment; the copy of the lock file in it is the stamp, written last, so half an install is redone
:prepare
if exist "%PY%" fc /b "%HERE%%1" "%VENV%\%1" >nul 2>&1 && exit /b 0
if "%1"=="requirements.lock" (call :make_venv || exit /b 1)
del "%VENV%\%1" 2>nul
"%PY%" -m pip install --disable-pip-version-check --no-input --no-deps --only-binary :all: --require-hashes -r "%HERE%%1" 1>&2
if errorlevel 1 (
    echo The parts the program needs could not be installed; the lines above say why. 1>&2
    echo Check the network connection and the free space, then start again: it goes on by itself. 1>&2
    exit /b 1
)
copy /y "%HERE%%1" "%VENV%\%1" >nul
exit /b %errorlevel%

:make_venv
set "FOUND="
for %%p in ("py -3.13" "py -3.12" "py -3.11" "py -3" "python") do if not defined FOUND call :try_python %%~p
if not defined FOUND (
    echo Python 3.11 or newer was not found on this machine. 1>&2
    echo Install it from python.org and tick "Add python.exe to PATH", then start again. 1>&2
    exit /b 1
)
echo Preparing the first start: about 100 MB are fetched, once. 1>&2
%FOUND% -m venv --clear "%VENV%" 1>&2 && exit /b 0
echo The environment could not be made in "%VENV%". 1>&2
echo Copy the program to a folder of your own with free space and start it from there. 1>&2
exit /b 1

:try_python
%* -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && set "FOUND=%*"
exit /b 0

:failed
rem A window opened by a double click would close before the words are read.
if not defined COMMAND pause
exit /b 1
