"""Builds a wheel that holds the program kbc, the package kbx and, where it can be had, the library
that kbx loads: a backend as PEP 517 wants it, with the standard library alone."""

import base64
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import zipfile

SUMMARY = "Compiler and validator for knowledge bases of known errors"
ROOT = pathlib.Path(__file__).resolve().parents[3]
# Always the same folder, so that ccache knows the sources again in another checkout.
BUILD = ROOT / "build" / "wheel"
PACKAGE = pathlib.Path(__file__).with_name("kbx")


class UnsupportedOperation(Exception):
    """PEP 517 looks for this name."""


def get_requires_for_build_wheel(config_settings=None):
    return []


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory) / dist_info()
    folder.mkdir()
    for name, text in metadata(platforms()).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder.name


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    program, libraries = compile_kbc()
    return write_wheel(wheel_directory, program, libraries, {}, platforms())


def write_wheel(wheel_directory, program, libraries, licences, runs_on):
    """Writes the wheel that installs the bytes of a program and of the libraries beside kbx, and
    gives its name. The same arguments give the same bytes."""
    name = f"kbc-{version()}-py3-none-{'.'.join(runs_on)}.whl"
    with zipfile.ZipFile(pathlib.Path(wheel_directory) / name, "w", zipfile.ZIP_DEFLATED) as wheel:
        record = []

        def add(path, content, mode):
            entry = zipfile.ZipInfo(path)
            entry.external_attr = (0o100000 | mode) << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            wheel.writestr(entry, content)
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
            record.append(f"{path},sha256={digest.decode()},{len(content)}\n")

        add(f"kbc-{version()}.data/scripts/kbc", program, 0o755)
        for path in sorted([*PACKAGE.glob("*.py"), PACKAGE / "py.typed"]):
            add(f"kbx/{path.name}", path.read_bytes(), 0o644)
        for path, content in sorted(libraries.items()):
            add(f"kbx/{path}", content, 0o755)
        for path, content in licences.items():
            add(f"{dist_info()}/licenses/{path}", content, 0o644)
        for path, text in metadata(runs_on).items():
            add(f"{dist_info()}/{path}", text.encode(), 0o644)
        record.append(f"{dist_info()}/RECORD,,\n")
        wheel.writestr(zipfile.ZipInfo(f"{dist_info()}/RECORD"), "".join(record))
    return name


def build_sdist(sdist_directory, config_settings=None):
    raise UnsupportedOperation("kbc is built from a checkout of its repository")


def compile_kbc():
    """Gives the bytes of the program and those of the libraries by name, built from this checkout.
    Where CMake leaves out libkbc.so, there are no libraries."""
    environment = dict(os.environ)
    environment.setdefault("CMAKE_BUILD_TYPE", "Release")
    configure = ["cmake", "-S", str(ROOT), "-B", str(BUILD), "-DKBC_TESTS=OFF",
                 "-DCMAKE_INSTALL_RPATH="]
    if shutil.which("ninja"):
        configure += ["-G", "Ninja"]
    if shutil.which("ccache"):
        # What is compiled with precompiled headers it does not take for the same.
        configure.append("-DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON")
        environment.setdefault("CMAKE_C_COMPILER_LAUNCHER", "ccache")
        environment.setdefault("CMAKE_CXX_COMPILER_LAUNCHER", "ccache")
        environment.setdefault("CCACHE_BASEDIR", str(ROOT))
    try:
        run(configure, environment)
        jobs = str(os.cpu_count() or 1)
        run(["cmake", "--build", str(BUILD), "--target", "kbc", "kbc_libraries", "--parallel", jobs],
            environment)
        return (BUILD / "kbc").read_bytes(), libraries_of(BUILD)
    finally:
        shutil.rmtree(BUILD, ignore_errors=True)


def libraries_of(build):
    """What kbx loads, from a folder in which the target kbc_libraries was built: the bytes by the
    names that programs load. Nothing where CMake has left out libkbc.so."""
    with tempfile.TemporaryDirectory() as folder:
        run(["cmake", "--install", str(build), "--component", "library", "--prefix", folder])
        found = {path.name: path.read_bytes() for path in pathlib.Path(folder).rglob("*.so.?")}
    return found if "libkbc.so.1" in found else {}


def run(command, environment=None):
    try:
        subprocess.run(command, check=True, env=environment, stdout=sys.stderr)
    except FileNotFoundError:
        sys.exit(f"{command[0]} is not installed; kbc's README says what a build needs")
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{command[0]} failed with exit status {failed.returncode}; "
                 "what it wrote is above")


def version():
    project = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    return re.search(r"^project\(kbc VERSION (\S+)", project, re.MULTILINE).group(1)


def platforms():
    """Where a program that is built here runs."""
    return [re.sub(r"[^A-Za-z0-9]", "_", sysconfig.get_platform())]


def dist_info():
    return f"kbc-{version()}.dist-info"


def metadata(runs_on):
    tags = "".join(f"Tag: py3-none-{platform}\n" for platform in runs_on)
    return {
        "METADATA": f"Metadata-Version: 2.1\nName: kbc\nVersion: {version()}\nSummary: {SUMMARY}\n"
                    "License: MIT\nRequires-Python: >=3.8\n",
        "WHEEL": f"Wheel-Version: 1.0\nGenerator: kbc_wheel\nRoot-Is-Purelib: false\n{tags}",
    }
