# ---
# menu: Ship a layer
# description: A lab that packs your own Keras layer as a package, tests it with the contract, loads a trained model in another process, and exports it to ONNX for onnxruntime.
# ---

# %% [markdown]
# # Pack a layer and ship it { #ship-it }
#
# A class in a notebook is of no use to others. This lab packs [`MyDense`](../my-dense.md) so that it can be installed, tests it, and hands it over together with a trained model.
#
# ## A module holds the class { #module }
#
# This cell is the module. It has the `import` that it needs, and the decorator that registers the class.

# %%
import keras


@keras.saving.register_keras_serializable(package="book")
class MyDense(keras.layers.Layer):
    def __init__(self, units, activation=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.activation = keras.activations.get(activation)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, name="kernel")
        self.bias = self.add_weight(
            shape=(self.units,), initializer="zeros", name="bias"
        )

    def call(self, x):
        return self.activation(keras.ops.matmul(x, self.kernel) + self.bias)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        activation = keras.activations.serialize(self.activation)
        config = {"units": self.units, "activation": activation}
        return {**super().get_config(), **config}

# %% [markdown]
# ## Make a wheel and install it { #wheel }
#
# In a notebook, `In` lists the text of every cell that has run. Write the one with the class to a file as it is, and a name and version to `pyproject.toml`. From these, `pip` makes a wheel, the one file that others install. Install it into a folder named `installed`.

# %%
import subprocess
import sys
from pathlib import Path

package = Path("package")
package.mkdir()
source = next(cell for cell in In if "class MyDense" in cell)
(package / "book_layers.py").write_text(source + "\n")
(package / "pyproject.toml").write_text("""
[project]
name = "book-layers"
version = "1.0"
dependencies = ["keras>=3"]

[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[tool.setuptools]
py-modules = ["book_layers"]
""")


def pip(*arguments):
    command = [sys.executable, "-m", "pip", *arguments, "--quiet"]
    subprocess.run([*command, "--no-deps", "--no-index"], check=True)


pip("wheel", "./package", "--no-build-isolation")
wheel = next(Path().glob("*.whl"))
pip("install", str(wheel), "--target", "installed")
print(wheel)

# %% [markdown]
# ## Ship the test as well { #test }
#
# The [contract](../contract.md) checks the promises of a layer one by one. Copy `contract.py` from its page, and put it beside the notebook. Write the test of `MyDense` to a file, so that whoever gets the layer can run it. Run it in a fresh process, which knows `MyDense` only from the installed package.

# %%
import os

Path("test_book_layers.py").write_text("""
import numpy as np
from book_layers import MyDense
from contract import check_layer


def reference(x, kernel, bias):
    return np.tanh(x @ kernel + bias)


def test_my_dense():
    given = {"units": 4, "activation": "tanh"}
    check_layer(MyDense, given, (3,), reference=reference)
""")


def fresh(*arguments, path="installed"):
    return subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True,
        env={**os.environ, "PYTHONPATH": path},
    )


tested = fresh("-m", "pytest", "-rA", "--color=no")
assert tested.returncode == 0, tested.stdout
print([line for line in tested.stdout.splitlines() if "PASSED" in line])

# %% [markdown]
# ## Train with the installed layer { #train }
#
# From here on, `MyDense` is the class of the installed package, and no longer that of the cell.

# %%
import numpy as np
from sklearn.datasets import load_digits

sys.path.insert(0, "installed")
from book_layers import MyDense

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).astype("float32")
test, train = slice(0, 360), slice(360, None)
keras.utils.set_random_seed(0)
model = keras.Sequential([
    keras.Input((64,)),
    MyDense(32, activation="relu"),
    MyDense(10, activation="softmax"),
])
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=keras.optimizers.Adam(0.01),
    metrics=["accuracy"],
)
model.fit(pixels[train], digits[train], epochs=10, verbose=0)
loss, accuracy = model.evaluate(pixels[test], digits[test], verbose=0)
print(f"{MyDense.__module__ = }, {accuracy = :.2f}")

# %% [markdown]
# ## A fresh process loads the model { #load }
#
# Stand where your colleague stands. There is no variable of this notebook, there are only files.

# %%
model.save("digits.keras")
answers = model.predict(pixels[test], verbose=0)
np.savez("example.npz", pixels=pixels[test], answers=answers)
Path("load.py").write_text("""
import book_layers
import keras
import numpy as np

model = keras.models.load_model("digits.keras")
example = np.load("example.npz")
answers = model.predict(example["pixels"], verbose=0)
print([type(layer).__module__ for layer in model.layers])
print(f"{np.allclose(answers, example['answers'], atol=1e-6) = }")
""")
print(fresh("load.py").stdout, end="")

# %% [markdown]
# What about somebody who hasn't installed the package? Delete `import book_layers`, and hide the folder too.

# %%
program = Path("load.py").read_text().replace("import book_layers\n", "")
lost = fresh("-c", program, path="")
reason = "Could not locate class 'MyDense'"
print(f"{lost.returncode = }, {reason in lost.stderr = }")

# %% [markdown]
# The model's file holds the name of the class, its config and its weights, and none of its code. That is why the wheel has to go with it.
#
# ## An ONNX file holds the computation { #onnx }
#
# In an export to ONNX, the layer dissolves into basic operations, such as a matrix product and an addition. `onnxruntime` runs the file and knows neither Keras nor `MyDense`.

# %%
import warnings

import onnx
import onnxruntime

with warnings.catch_warnings(action="ignore"):
    model.export("digits.onnx", format="onnx", verbose=False)
print([node.op_type for node in onnx.load("digits.onnx").graph.node])
session = onnxruntime.InferenceSession("digits.onnx")
name = session.get_inputs()[0].name
[theirs] = session.run(None, {name: pixels[test]})
print(f"{theirs.shape = }, {np.allclose(theirs, answers, atol=1e-5) = }")

# %% [markdown]
# ## What do you hand over? { #hand-over }
#
# | Files | For whoever | Needs besides |
# |---|---|---|
# | the wheel, the test and `contract.py` | puts the layer in a model of their own | Keras with a backend, `pytest` |
# | the wheel and `digits.keras` | goes on training the model | Keras with a backend |
# | `digits.onnx` | wants answers only | `onnxruntime` |
#
# In each case, add an example of inputs and answers such as `example.npz`. Your colleague can then see whether the answers are the same over there.
#
# ## In short { #promise }
#
# Your layer has become a package and passed its test in another process. The saved model and the exported one gave the same answers. Look up a word that is new to you in the [glossary](../glossary.md).
