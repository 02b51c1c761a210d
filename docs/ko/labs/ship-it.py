# ---
# menu: 패키지와 배포
# description: 직접 만든 Keras 층을 패키지로 묶고, 계약으로 테스트하고, 훈련한 모델을 저장하여 다른 프로세스에서 불러오고, ONNX로 내보내 onnxruntime으로 돌려 보는 실습입니다.
# ---

# %% [markdown]
# # 층을 묶어 동료에게 건넵니다 { #ship-it }
#
# 노트북 안의 클래스는 남이 쓰지 못합니다. 이 실습에서는 [`MyDense`](../my-dense.md)를 설치할 수 있는 패키지로 묶고 테스트합니다. 그런 다음 훈련한 모델과 함께 건넵니다.
#
# ## 모듈 하나에 클래스를 담습니다 { #module }
#
# 이 셀이 곧 모듈입니다. 필요한 `import`와 클래스를 등록하는 데코레이터가 들어 있습니다.

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
# ## 휠 파일로 만들어 설치합니다 { #wheel }
#
# 노트북의 `In`은 실행한 셀의 코드를 차례로 담은 리스트입니다. 그중 클래스가 있는 셀을 그대로 파일에 적고, 이름과 버전을 `pyproject.toml`에 적습니다. 그러면 `pip`가 설치용 파일인 휠(wheel)을 만듭니다. 이 파일을 `installed` 폴더에 설치합니다.

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
# ## 테스트도 함께 건넵니다 { #test }
#
# [계약](../contract.md)은 층이 지켜야 할 약속을 하나씩 확인합니다. 계약이 실린 페이지에서 `contract.py`를 복사해 노트북 옆에 두세요. 받는 사람도 돌려 볼 수 있도록 `MyDense`의 테스트를 파일로 적습니다. 노트북의 클래스를 모르는 새 프로세스에서 돌립니다. 그래서 `MyDense`는 설치한 패키지에서 옵니다.

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
# ## 설치한 층으로 훈련합니다 { #train }
#
# 이제부터 쓰는 `MyDense`는 셀의 클래스가 아니라 설치한 패키지의 클래스입니다.

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
# ## 새 프로세스가 모델을 불러옵니다 { #load }
#
# 받는 사람의 자리에 서 봅니다. 노트북의 변수는 하나도 없고, 파일만 있습니다.

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
# 패키지를 설치하지 않은 사람의 자리에도 서 봅니다. `import book_layers`를 지우고, 설치한 폴더도 숨깁니다.

# %%
program = Path("load.py").read_text().replace("import book_layers\n", "")
lost = fresh("-c", program, path="")
reason = "Could not locate class 'MyDense'"
print(f"{lost.returncode = }, {reason in lost.stderr = }")

# %% [markdown]
# 모델 파일에는 클래스의 이름과 설정, 가중치가 들어 있고 코드는 없습니다. 그래서 휠을 함께 건네야 합니다.
#
# ## ONNX 파일에는 계산이 들어 있습니다 { #onnx }
#
# ONNX로 내보내면 층은 행렬 곱과 덧셈 같은 기본 연산으로 풀립니다. `onnxruntime`은 Keras도 `MyDense`도 모른 채 그 파일을 돌립니다.

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
# ## 무엇을 건넬까요 { #hand-over }
#
# | 파일 | 받는 사람 | 더 필요한 것 |
# |---|---|---|
# | 휠 파일, 테스트 파일, `contract.py` | 층을 자기 모델에 쓸 사람 | Keras와 백엔드, `pytest` |
# | 휠 파일과 `digits.keras` | 모델을 이어서 훈련할 사람 | Keras와 백엔드 |
# | `digits.onnx` | 답만 얻을 사람 | `onnxruntime` |
#
# 어느 쪽이든 `example.npz`처럼 입력과 답의 보기를 함께 건네세요. 받는 사람이 자기 컴퓨터에서 같은 답이 나오는지 확인할 수 있습니다.
#
# ## 정리 { #promise }
#
# 직접 만든 층이 패키지가 되어 다른 프로세스에서 테스트를 통과했습니다. 저장한 모델과 내보낸 모델도 같은 답을 냈습니다. 낯선 낱말이 있으면 [용어](../glossary.md)에서 찾아보세요.
