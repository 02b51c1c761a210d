import subprocess
import sys
import zipfile
from pathlib import Path

package = Path("project/src/book_layers")
package.mkdir(parents=True)
(package / "__init__.py").write_text("from book_layers.scale import Scale\n")
(package / "py.typed").touch()
(package / "scale.py").write_text("""
import keras


@keras.saving.register_keras_serializable(package="book_layers")
class Scale(keras.layers.Layer):
    def build(self, input_shape):
        self.factor = self.add_weight(shape=(input_shape[-1],))

    def call(self, inputs):
        return inputs * self.factor
""")
Path("project/pyproject.toml").write_text("""
[project]
name = "book-layers"
version = "1.0"
requires-python = ">=3.11"
dependencies = ["keras>=3"]

[project.optional-dependencies]
test = ["pytest"]

[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[tool.setuptools.package-data]
book_layers = ["py.typed"]
""")
offline = ["--no-deps", "--no-index", "--quiet"]
pip = [sys.executable, "-m", "pip"]
subprocess.run(
    [*pip, "wheel", "./project", "--no-build-isolation", *offline], check=True)
[wheel] = Path().glob("*.whl")
print(wheel)
for name in zipfile.ZipFile(wheel).namelist():
    print("   ", name)
subprocess.run(
    [*pip, "install", wheel, "--target", "installed", *offline], check=True)
sys.path.insert(0, "installed")
import book_layers

print(book_layers.Scale.__module__)
