"""A file system that is full when the campaign wants it to be: a small tmpfs, in a mount namespace of our own."""
import os
import subprocess
import sys
import tempfile

INSIDE = "WARTA_CRASH_IN_NAMESPACE"  # set in the environment of the process that may mount


def can_mount_in(namespace):
    with tempfile.TemporaryDirectory() as place:
        mount = [*namespace, "mount", "-t", "tmpfs", "none", place]
        return subprocess.run(mount, stderr=subprocess.DEVNULL, check=False).returncode == 0


def enter_namespace():
    """Starts this program again where it may mount what nobody else sees. Returns False where the system forbids it."""
    if os.environ.get(INSIDE):
        return True
    namespace = ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--map-root-user", "--mount"]
    try:
        if not can_mount_in(namespace):
            return False
    except FileNotFoundError:
        return False
    sys.stdout.flush()
    os.environ[INSIDE] = "1"
    os.execvp(namespace[0], [*namespace, sys.executable, "-B", *sys.argv])


class SmallDisk:
    """A directory with a file system of its own, of so many megabytes; its mount goes with the process."""

    def __init__(self, megabytes):
        self.place = tempfile.mkdtemp(prefix="warta-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "none", self.place], check=True)
        self.path = os.path.join(self.place, "data")
        os.mkdir(self.path)
        self.ballast = os.path.join(self.place, "ballast")

    def __enter__(self):
        return self

    def __exit__(self, *what):
        subprocess.run(["umount", "--lazy", self.place], check=True)
        os.rmdir(self.place)

    def leave(self, free_bytes):
        """Fills it up to so many bytes."""
        system = os.statvfs(self.place)
        with open(self.ballast, "wb") as file:
            os.posix_fallocate(file.fileno(), 0, max(1, system.f_bavail * system.f_frsize - free_bytes))

    def clear(self):
        os.remove(self.ballast)

    def used_bytes(self):
        system = os.statvfs(self.place)
        return (system.f_blocks - system.f_bavail) * system.f_frsize
