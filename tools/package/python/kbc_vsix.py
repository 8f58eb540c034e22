#!/usr/bin/env python3
"""Usage: tools/package/python/kbc_vsix.py FILE

Packs docs/editors/vscode/ with the npm packages that it uses as an extension for VS Code. npm fetches
exactly what package-lock.json names by its digest, so the same checkout gives the same bytes. Exit
status 77: there is no npm, or it cannot fetch them here.
"""

import html
import io
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

sys.dont_write_bytecode = True
import kbc_wheel  # noqa: E402

ROOT = kbc_wheel.ROOT
SOURCE = ROOT / "docs/editors/vscode"
# Of an npm package: what runs, and what its licence asks for.
WANTED = re.compile(r"(\.[cm]?js|/package\.json|/licen[cs]e[^/]*)$", re.IGNORECASE)

CONTENT_TYPES = """<?xml version="1.0" encoding="utf-8"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
{types}</Types>
"""

MANIFEST = """<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
  <Metadata>
    <Identity Language="en-US" Id="{name}" Version="{version}" Publisher="{publisher}"/>
    <DisplayName>{displayName}</DisplayName>
    <Description xml:space="preserve">{description}</Description>
    <Categories>{categories}</Categories>
    <GalleryFlags>Public</GalleryFlags>
    <License>extension/LICENSE.txt</License>
    <Properties>
      <Property Id="Microsoft.VisualStudio.Code.Engine" Value="{engine}"/>
      <Property Id="Microsoft.VisualStudio.Code.ExtensionKind" Value="{kind}"/>
    </Properties>
  </Metadata>
  <Installation>
    <InstallationTarget Id="Microsoft.VisualStudio.Code"/>
  </Installation>
  <Dependencies/>
  <Assets>
    <Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true"/>
    <Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt"
           Addressable="true"/>
  </Assets>
</PackageManifest>
"""


class Unavailable(Exception):
    """npm cannot fetch what the extension uses."""


def npm_packages():
    """The files of the npm packages, by their paths."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(SOURCE / name, pathlib.Path(folder, name))
        try:
            done = subprocess.run(["npm", "ci", "--omit=dev", "--ignore-scripts", "--silent", "--no-audit",
                                   "--no-fund"], cwd=folder, stdin=subprocess.DEVNULL,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        except FileNotFoundError as error:
            raise Unavailable("npm is not installed") from error
        if done.returncode != 0:
            raise Unavailable(f"npm cannot fetch what it uses: {done.stdout.strip()}")
        paths = {path: str(path.relative_to(folder)) for path in pathlib.Path(folder).rglob("*")}
        return {name: path.read_bytes() for path, name in paths.items()
                if path.is_file() and WANTED.search(name)}


def vsix():
    """The bytes of the extension."""
    description = json.loads((SOURCE / "package.json").read_text(encoding="utf-8"))
    description["version"] = kbc_wheel.version()
    values = {name: value for name, value in description.items() if isinstance(value, str)} | {
        "categories": ",".join(description["categories"]), "engine": description["engines"]["vscode"],
        "kind": ",".join(description["extensionKind"])}
    manifest = MANIFEST.format(**{name: html.escape(value) for name, value in values.items()})
    files = {name: content for name, content in npm_packages().items() if name.startswith("node_modules/")}
    files["extension.js"] = (SOURCE / "extension.js").read_bytes()
    files["package.json"] = (json.dumps(description, indent=2) + "\n").encode()
    files["LICENSE.txt"] = (ROOT / "LICENSE").read_bytes()
    kinds = sorted({pathlib.PurePath(name).suffix.lower() for name in files} - {""} | {".vsixmanifest"})
    types = "".join(f'  <Default Extension="{kind}" ContentType="{content_type(kind)}"/>\n' for kind in kinds)
    unnamed = sorted(name for name in files if not pathlib.PurePath(name).suffix)
    types += "".join(f'  <Override PartName="/extension/{name}" ContentType="text/plain"/>\n'
                     for name in unnamed)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        def add(name, content):
            entry = zipfile.ZipInfo(name)
            entry.external_attr = 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
        add("[Content_Types].xml", CONTENT_TYPES.format(types=types))
        add("extension.vsixmanifest", manifest)
        for name, content in sorted(files.items()):
            add(f"extension/{name}", content)
    return packed.getvalue()


def content_type(kind):
    return {".json": "application/json", ".vsixmanifest": "text/xml", ".js": "application/javascript",
            ".cjs": "application/javascript", ".mjs": "application/javascript"}.get(kind, "text/plain")


def main(arguments):
    if len(arguments) != 1 or arguments[0].startswith("-"):
        print(__doc__)
        sys.exit(0 if arguments in (["--help"], ["-h"]) else 2)
    try:
        pathlib.Path(arguments[0]).write_bytes(vsix())
    except Unavailable as why:
        print(f"kbc_vsix.py: {why}", file=sys.stderr)
        sys.exit(77)


if __name__ == "__main__":
    main(sys.argv[1:])
