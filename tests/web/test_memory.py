"""What is free goes back to the system, also where something behind it is still in use."""

import platform
import subprocess
import sys

import pytest

SCRIPT = """
import time
from web import memory

def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * 4096 // 1_000_000

memory.SECONDS_BETWEEN = 0.1
memory.bound_heaps()
memory.begin()
blocks = [bytes(1000) for _ in range(200_000)]
full = resident()
blocks = blocks[::1000]
until = time.monotonic() + 20
while resident() > full - 150 and time.monotonic() < until:
    time.sleep(0.1)
print(full - resident(), len(blocks))
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="other systems keep their heaps in another way")
def test_what_is_free_is_given_back_now_and_then() -> None:
    said = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True).stdout
    given_back, kept = map(int, said.split())
    assert given_back > 150, "MB of 200"
    assert kept == 200
