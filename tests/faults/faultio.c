/* An LD_PRELOAD library that stands between a program and its disk.

   It does nothing until fault_arm() is called. From then on every operation that changes something below the given
   folder is counted, the chosen one fails (and every later one, if wanted), and all that succeed are written to a
   trace (read by power_cuts.py). Or the process stops before each of them, so that others can look at what a kill at
   this moment would leave. The file ACK is written by the tests themselves: it is traced, but never fails. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { LONGEST_PATH = 4096, KILL = -1, STOP = -2 };

static const char *root;
static size_t root_length;
static int trace = -1;
static long fail_at = -1;
static long counted = 0;
static int fault = 0; /* an errno, KILL or STOP */
static int sticky = 0;
static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_rename)(const char *, const char *);
static int (*real_unlink)(const char *);
static int (*real_ftruncate)(int, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_mkdir)(const char *, mode_t);
static int (*real_unlinkat)(int, const char *, int);

__attribute__((constructor)) static void prepare(void)
{
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_rename = dlsym(RTLD_NEXT, "rename");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate");
    real_open = dlsym(RTLD_NEXT, "open");
    real_mkdir = dlsym(RTLD_NEXT, "mkdir");
    real_unlinkat = dlsym(RTLD_NEXT, "unlinkat");
}

/* `action`: 0 nothing, -1 kill, -2 stop before every operation, otherwise an errno. `trace_file` may be NULL. */
void fault_arm(const char *folder, long at, int action, int for_ever, const char *trace_file)
{
    root = strdup(folder);
    root_length = strlen(root);
    fail_at = at;
    fault = action;
    sticky = for_ever;
    counted = 0;
    if (trace_file)
        trace = real_open(trace_file, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0644);
}

/* How many operations there have been since fault_arm(). */
long fault_count(void)
{
    return counted;
}

static int is_ours(const char *path)
{
    return root_length && path && !strncmp(path, root, root_length);
}

/* The path behind a descriptor, when it lies below the root. */
static int path_of(int descriptor, char *path)
{
    char link[40];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, LONGEST_PATH - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_ours(path);
}

static void record(char operation, const char *path, uint64_t offset, const void *data, uint32_t length)
{
    if (trace < 0)
        return;
    char head[17];
    uint32_t path_length = strlen(path);
    head[0] = operation;
    memcpy(head + 1, &path_length, 4);
    memcpy(head + 5, &offset, 8);
    memcpy(head + 13, &length, 4);
    real_write(trace, head, sizeof head);
    real_write(trace, path, path_length);
    if (length)
        real_write(trace, data, length);
}

/* Counts an operation; -1 with errno set when it is to fail. */
static int meet_fault(const char *path)
{
    const char *name = strrchr(path, '/');
    if (name && !strcmp(name, "/ACK"))
        return 0;
    long number = ++counted;
    if (fault == STOP) {
        raise(SIGSTOP);
        return 0;
    }
    if (!fault || !(number == fail_at || (sticky && number > fail_at)))
        return 0;
    if (fault == KILL) {
        kill(getpid(), SIGKILL);
        for (;;)
            pause();
    }
    errno = fault;
    return -1;
}

#define BEGIN_OPERATION(path, failed)                                                                                  \
    pthread_mutex_lock(&one_at_a_time);                                                                                \
    if (meet_fault(path)) {                                                                                            \
        pthread_mutex_unlock(&one_at_a_time);                                                                          \
        return failed;                                                                                                 \
    }

#define END_OPERATION(result)                                                                                          \
    pthread_mutex_unlock(&one_at_a_time);                                                                              \
    return result;

ssize_t write(int descriptor, const void *data, size_t length)
{
    char path[LONGEST_PATH];
    if (!root_length || !path_of(descriptor, path))
        return real_write(descriptor, data, length);
    BEGIN_OPERATION(path, -1)
    off_t offset = lseek(descriptor, 0, SEEK_CUR);
    struct stat now;
    if (fcntl(descriptor, F_GETFL) & O_APPEND && !fstat(descriptor, &now))
        offset = now.st_size;
    ssize_t written = real_write(descriptor, data, length);
    if (written > 0)
        record('W', path, offset < 0 ? 0 : offset, data, written);
    END_OPERATION(written)
}

ssize_t pwrite(int descriptor, const void *data, size_t length, off_t offset)
{
    char path[LONGEST_PATH];
    if (!root_length || !path_of(descriptor, path))
        return real_pwrite(descriptor, data, length, offset);
    BEGIN_OPERATION(path, -1)
    ssize_t written = real_pwrite(descriptor, data, length, offset);
    if (written > 0)
        record('W', path, offset, data, written);
    END_OPERATION(written)
}

ssize_t pwrite64(int descriptor, const void *data, size_t length, off_t offset)
{
    return pwrite(descriptor, data, length, offset);
}

/* The in-kernel copies have no data to record: callers fall back to write. */
ssize_t sendfile(int to, int from, off_t *offset, size_t count)
{
    (void)to, (void)from, (void)offset, (void)count;
    errno = ENOTSOCK;
    return -1;
}

ssize_t sendfile64(int to, int from, off_t *offset, size_t count)
{
    return sendfile(to, from, offset, count);
}

static int synchronise(int descriptor, int (*real)(int))
{
    char path[LONGEST_PATH];
    if (!root_length || !path_of(descriptor, path))
        return real(descriptor);
    BEGIN_OPERATION(path, -1)
    int result = real(descriptor);
    if (!result)
        record('S', path, 0, NULL, 0);
    END_OPERATION(result)
}

int fsync(int descriptor)
{
    return synchronise(descriptor, real_fsync);
}

int fdatasync(int descriptor)
{
    return synchronise(descriptor, real_fdatasync);
}

int rename(const char *from, const char *to)
{
    if (!is_ours(from))
        return real_rename(from, to);
    BEGIN_OPERATION(from, -1)
    int result = real_rename(from, to);
    if (!result)
        record('R', from, 0, to, strlen(to));
    END_OPERATION(result)
}

int unlink(const char *path)
{
    if (!is_ours(path) || access(path, F_OK))
        return real_unlink(path);
    BEGIN_OPERATION(path, -1)
    int result = real_unlink(path);
    if (!result)
        record('U', path, 0, NULL, 0);
    END_OPERATION(result)
}

/* How a whole folder is removed: files and folders by their name inside an open folder. */
int unlinkat(int folder, const char *name, int flags)
{
    char path[LONGEST_PATH];
    if (!root_length || folder == AT_FDCWD || !path_of(folder, path))
        return real_unlinkat(folder, name, flags);
    size_t length = strlen(path);
    snprintf(path + length, sizeof path - length, "/%s", name);
    BEGIN_OPERATION(path, -1)
    int result = real_unlinkat(folder, name, flags);
    if (!result)
        record('U', path, 0, NULL, 0);
    END_OPERATION(result)
}

int mkdir(const char *path, mode_t mode)
{
    if (!is_ours(path))
        return real_mkdir(path, mode);
    BEGIN_OPERATION(path, -1)
    int result = real_mkdir(path, mode);
    if (!result)
        record('M', path, 0, NULL, 0);
    END_OPERATION(result)
}

int ftruncate(int descriptor, off_t length)
{
    char path[LONGEST_PATH];
    if (!root_length || !path_of(descriptor, path))
        return real_ftruncate(descriptor, length);
    BEGIN_OPERATION(path, -1)
    int result = real_ftruncate(descriptor, length);
    if (!result)
        record('T', path, length, NULL, 0);
    END_OPERATION(result)
}

int ftruncate64(int descriptor, off_t length)
{
    return ftruncate(descriptor, length);
}

static int make_or_open(const char *path, int flags, mode_t mode)
{
    struct stat now;
    int exists = is_ours(path) && !stat(path, &now);
    int changes = is_ours(path) && ((!exists && flags & O_CREAT) || (exists && flags & O_TRUNC));
    if (!changes)
        return real_open(path, flags, mode);
    BEGIN_OPERATION(path, -1)
    int descriptor = real_open(path, flags, mode);
    if (descriptor >= 0)
        record(exists ? 'T' : 'C', path, 0, NULL, 0);
    END_OPERATION(descriptor)
}

int open(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, int);
        va_end(more);
    }
    return make_or_open(path, flags, mode);
}

int open64(const char *path, int flags, ...)
{
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = va_arg(more, int);
        va_end(more);
    }
    return make_or_open(path, flags, mode);
}
