# ---
# menu: 손글씨 숫자
# description: 직접 만든 Keras 사용자 정의 층(커스텀 레이어) MyDense로 손글씨 숫자를 분류하는 실습입니다. 훈련하고, 학습 곡선과 가중치를 그림으로 보고, Dense와 비교합니다.
# ---

# %% [markdown]
# # `MyDense`로 숫자를 읽습니다 { #digits }
#
# [`MyDense`](../my-dense.md) 층 하나로 손글씨 숫자를 분류합니다. 이 페이지는 노트북입니다. 위에서 아래로 한 번 실행한 그대로이고, 셀은 앞 셀의 변수를 이어 씁니다.
#
# ## 데이터는 8×8 그림입니다 { #data }
#
# scikit-learn에 들어 있는 숫자 그림을 씁니다. 화소값을 0과 1 사이로 바꾸고, 다섯 장 가운데 한 장은 테스트용으로 떼어 둡니다.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from sklearn.datasets import load_digits

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).astype("float32")
order = np.random.default_rng(seed=0).permutation(len(pixels))
test, train = np.split(order, [len(order) // 5])
print(f"{pixels[train].shape = }, {pixels[test].shape = }")

# %% [markdown]
# 그림 한 장이 길이 64인 벡터입니다. 처음 열 장을 다시 8×8로 펼쳐 봅니다.

# %% alt="0부터 9까지 손글씨 숫자 그림 열 장. 가로세로 여덟 칸씩이라 거칠지만 알아볼 수 있습니다."
def show(images, titles, **kwargs):
    figure, axes = plt.subplots(2, 5)
    for image, title, axis in zip(images, titles, axes.flat):
        axis.imshow(image.reshape(8, 8), **kwargs)
        axis.set_title(title)
        axis.axis("off")


show(pixels[:10], digits[:10])

# %% [markdown]
# ## 층 하나가 모델입니다 { #model }
#
# 클래스는 [`MyDense`](../my-dense.md)를 만든 페이지에서 그대로 가져왔습니다.

# %%
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
# 같은 모델을 두 벌 만듭니다. 하나에는 `MyDense`를, 다른 하나에는 `keras.layers.Dense`를 넣습니다.

# %%
def model_with(layer):
    model = keras.Sequential([keras.Input((64,)), layer])
    model.compile(
        optimizer=keras.optimizers.Adam(0.01),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
    )
    return model


keras.utils.set_random_seed(0)
mine = model_with(MyDense(10, activation="softmax"))
theirs = model_with(keras.layers.Dense(10, activation="softmax"))
print(f"{mine.output_shape = }, {mine.count_params() = }")
print([(weight.name, tuple(weight.shape)) for weight in mine.weights])

# %% [markdown]
# 출력은 확률 열 개이고, 숫자마다 하나씩입니다. 가중치의 수를 세어 보세요. 커널에 64×10개, 편향에 열 개가 있습니다.
#
# ## 같은 곳에서 출발해 나란히 배웁니다 { #same-start }
#
# `MyDense`의 초깃값을 `Dense`에 옮깁니다. 훈련할 때 데이터를 섞는 순서도 같은 시드로 맞춥니다.

# %%
theirs.set_weights(mine.get_weights())
history = {}
for name, model in {"MyDense": mine, "Dense": theirs}.items():
    keras.utils.set_random_seed(1)
    history[name] = model.fit(
        pixels[train], digits[train], batch_size=32, epochs=15, verbose=0,
        validation_data=(pixels[test], digits[test]),
    ).history
accuracy = history["MyDense"]["val_accuracy"][-1]
assert accuracy > 0.95
print(f"{accuracy = :.3f}")
for ours, other in zip(mine.weights, theirs.weights):
    difference = keras.ops.max(keras.ops.abs(ours - other))
    print(f"{ours.name}: {bool(difference < 1e-4) = }")

# %% [markdown]
# 처음 보는 그림에서 95 %를 넘게 맞힙니다. 더 중요한 것은 그 아래 두 줄입니다. 훈련을 마친 두 모델의 가중치가 반올림 오차 안에서 같습니다. 학습 곡선을 그리면 두 선이 포개집니다.

# %% alt="에포크에 따른 테스트 정확도의 꺾은선. 빠르게 오르다가 완만해지며, MyDense의 실선과 Dense의 점선이 정확히 포개집니다."
for (name, record), width in zip(history.items(), (5, 2)):
    epochs = range(1, len(record["val_accuracy"]) + 1)
    plt.plot(epochs, record["val_accuracy"], label=name, linewidth=width)
plt.xlabel("epoch")
plt.ylabel("test accuracy")
plt.legend();

# %% [markdown]
# ## 가중치는 그림입니다 { #weights }
#
# 커널의 열 하나는 숫자 하나를 맡고, 그 안의 값 64개는 화소 하나하나를 맡습니다. 그래서 열을 8×8로 펼치면 층이 무엇을 찾는지 보입니다. 보라색 화소가 밝으면 그 숫자의 점수가 오르고, 주황색 화소가 밝으면 내려갑니다.

# %% alt="숫자마다 하나씩, 커널의 열을 여덟 칸씩 펼친 그림 열 장. 0의 그림은 한가운데가 주황색이고 둘레가 보라색입니다."
kernel = mine.layers[0].kernel.numpy()
show(kernel.T, range(10), cmap="PuOr", vmin=-1.2, vmax=1.2)
zero = kernel[:, 0].reshape(8, 8)
assert zero[3:5, 3:5].max() < 0

# %% [markdown]
# 0의 한가운데는 비어 있습니다. 그래서 층은 한가운데가 밝은 그림은 0이 아니라고 배웠습니다.
#
# ## 틀린 그림을 봅니다 { #mistakes }
#
# 제목의 앞은 정답, 뒤는 모델의 답입니다.

# %% alt="모델이 틀린 테스트 그림 열 장. 제목에 정답과 모델의 답이 적혀 있고, 사람이 보아도 헷갈리는 그림이 섞여 있습니다."
answers = mine.predict(pixels[test], verbose=0).argmax(axis=1)
wrong = np.flatnonzero(answers != digits[test])
print(f"{len(wrong)} of {len(test)}")
titles = [f"{digits[test][i]} → {answers[i]}" for i in wrong]
show(pixels[test][wrong[:10]], titles)

# %% [markdown]
# ## 정리 { #promise }
#
# 직접 만든 층이 실제 데이터로 배웠고, 같은 곳에서 출발한 `Dense`와 끝까지 같았습니다. 다음 실습의 층은 훈련할 때와 추론할 때 다르게 움직입니다. [배치 정규화](batch-norm.py)를 직접 만듭니다.
