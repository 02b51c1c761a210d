# ---
# menu: 배치 정규화
# description: 배치 정규화 층을 직접 만들어 정규화 앞뒤의 값, 이동 평균, 훈련과 추론의 차이를 그림으로 보는 Keras 실습입니다. 저장하고 불러와 BatchNormalization과 비교합니다.
# ---

# %% [markdown]
# # 배치 정규화를 들여다봅니다 { #batch-norm }
#
# [상태](../state.md) 페이지에서 만든 `MyBatchNorm` 층을 진짜 값으로 돌립니다. 정규화하기 전과 후의 값, 이동 평균이 자리를 찾는 모습, 훈련과 추론의 차이를 차례로 봅니다.
#
# ## 훈련용 값과 추론용 값이 따로 있습니다 { #layer }
#
# 훈련할 때는 지금 배치의 평균과 분산을 쓰고, 추론할 때는 그동안 모은 이동 평균을 씁니다.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from sklearn.datasets import load_digits


@keras.saving.register_keras_serializable(package="book")
class MyBatchNorm(keras.layers.Layer):
    def __init__(self, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.momentum, self.epsilon = momentum, epsilon

    def build(self, input_shape):
        add, size = self.add_weight, {"shape": (input_shape[-1],)}
        state = {**size, "trainable": False, "autocast": False}
        self.gamma = add(name="gamma", initializer="ones", **size)
        self.beta = add(name="beta", initializer="zeros", **size)
        self.mean = add(name="mean", initializer="zeros", **state)
        self.variance = add(name="variance", initializer="ones", **state)

    def call(self, x, training=False):
        x = ops.cast(x, self.variable_dtype)
        mean, variance = self.mean, self.variance
        if training and self.trainable:
            mean, variance = ops.moments(x, axes=list(range(x.ndim - 1)))
            old, new = self.momentum, 1 - self.momentum
            self.mean.assign(old * self.mean + new * mean)
            self.variance.assign(old * self.variance + new * variance)
        x = (x - mean) * ops.rsqrt(variance + self.epsilon)
        return ops.cast(x, self.compute_dtype) * self.gamma + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

# %% [markdown]
# ## 정규화는 값을 한자리에 모읍니다 { #before-and-after }
#
# 숫자 그림을 훈련하지 않은 `Dense` 층에 넣으면 유닛마다 값의 중심이 다릅니다. 평균이 가장 작은 유닛, 가운데인 유닛, 가장 큰 유닛을 고릅니다. 정규화하기 전과 후의 분포를 그립니다.

# %% alt="히스토그램 두 개. 정규화하기 전에는 세 유닛의 분포가 왼쪽, 가운데, 오른쪽으로 흩어져 있고, 정규화한 뒤에는 모두 0 둘레에서 포개집니다."
pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).astype("float32")
keras.utils.set_random_seed(0)
before = keras.layers.Dense(32)(pixels)
after = MyBatchNorm()(before, training=True)
by_mean = np.argsort(ops.mean(before, axis=0))
units = by_mean[[0, 16, 31]]
figure, axes = plt.subplots(1, 2, sharey=True)
for axis, values, title in zip(axes, (before, after), ("before", "after")):
    bins = np.linspace(-4, 4, 33)
    axis.hist(ops.take(values, units, axis=1), bins, histtype="step")
    axis.set_title(title)
for values in (before, after):
    for unit in units:
        one = values[:, unit].numpy()
        print(f"mean {one.mean():z4.1f}   std {one.std():.1f}")

# %% [markdown]
# 뒤의 세 줄에서 평균은 0이고 표준편차는 1입니다. 층은 유닛마다 따로 계산하므로 어느 유닛이든 같은 자리로 옵니다.
#
# ## 이동 평균은 서서히 자리를 찾습니다 { #moving-average }
#
# 층은 배치를 받을 때마다 이동 평균을 조금 옮깁니다. 얼마나 옮길지는 `momentum`이 정합니다. 값이 다른 두 층에 같은 배치를 넣고, 유닛 하나의 이동 평균을 그립니다. 점선은 데이터 전체의 평균입니다.

# %% alt="배치 수에 따른 이동 평균의 꺾은선 두 개. momentum이 0.9인 선은 금세 데이터 전체의 평균에 닿아 흔들리고, 0.99인 선은 매끄럽게 천천히 다가갑니다."
layers = {0.9: MyBatchNorm(0.9), 0.99: MyBatchNorm(0.99)}
unit = by_mean[-1]
goal = float(ops.mean(before[:, unit]))
batches = np.random.default_rng(0).integers(len(pixels), size=(500, 32))
for momentum, layer in layers.items():
    path = []
    for batch in batches:
        layer(ops.take(before, batch, axis=0), training=True)
        path.append(float(layer.mean[unit]))
    plt.plot(path, label=f"momentum {momentum}", linestyle="-")
plt.axhline(goal, color="black", linestyle=":", label="all data")
plt.xlabel("batches")
plt.ylabel("moving mean")
plt.legend(loc="lower right");

# %% [markdown]
# `momentum`이 작으면 빨리 닿고 많이 흔들립니다. 크면 느리고 매끄럽습니다. 기본값 0.99는 배치가 수백 번 지나야 자리를 찾습니다. 훈련이 짧으면 추론에 쓸 평균이 아직 0에 가깝습니다.
#
# ## 추론은 옆자리를 보지 않습니다 { #inference }
#
# 한 장을 혼자 넣을 때와 여럿 사이에 끼워 넣을 때를 비교합니다.

# %%
layer = layers[0.99]
alone, together = before[:1], before[:32]


def same(one, other):
    return bool(ops.max(ops.abs(one - other)) < 1e-5)


for training in (True, False):
    start = ops.copy(layer.mean)
    answers = [layer(x, training=training)[0] for x in (alone, together)]
    print(f"{training = }")
    print(f"  {same(*answers) = }")
    print(f"  {bool(ops.any(layer.mean != start)) = }")
print(f"{same(layer(alone, training=True), layer.beta) = }")

# %% [markdown]
# 훈련할 때 한 장의 답은 같은 배치에 어떤 그림이 있느냐에 달려 있고, 층의 상태도 바뀝니다. 추론할 때는 답도 상태도 그대로입니다. 마지막 줄도 눈여겨보세요. 배치에 한 장뿐이면 평균이 곧 그 값이어서 남는 것은 `beta`밖에 없습니다.
#
# ## 모델에 넣어 훈련합니다 { #model }
#
# 두 `Dense` 층 사이에 넣어 숫자를 분류합니다. 같은 자리에 `keras.layers.BatchNormalization`을 넣은 모델도 같은 초깃값에서 훈련합니다.

# %%
def model_with(layer):
    model = keras.Sequential([
        keras.Input((64,)),
        keras.layers.Dense(32),
        layer,
        keras.layers.Activation("relu"),
        keras.layers.Dense(10, activation="softmax"),
    ])
    model.compile(
        loss="sparse_categorical_crossentropy",
        optimizer="adam",
        metrics=["accuracy"],
    )
    return model


mine = model_with(MyBatchNorm(0.9))
theirs = model_with(keras.layers.BatchNormalization(momentum=0.9))
theirs.set_weights(mine.get_weights())
test, train = slice(0, 360), slice(360, None)
for model in (mine, theirs):
    keras.utils.set_random_seed(1)
    model.fit(pixels[train], digits[train], epochs=8, verbose=0)
    loss, accuracy = model.evaluate(pixels[test], digits[test], verbose=0)
    print(f"{accuracy = :.2f}")
difference = ops.max(ops.abs(mine(pixels[test]) - theirs(pixels[test])))
print(f"{bool(difference < 1e-3) = }")

# %% [markdown]
# 두 모델은 테스트 그림마다 같은 확률을 냅니다. 이번에도 반올림 오차만 남습니다.
#
# ## 이동 평균도 함께 저장됩니다 { #saves }
#
# 이동 평균은 훈련되지 않지만 가중치입니다. 그래서 모델과 함께 파일에 저장되고, 불러온 모델은 같은 답을 냅니다.

# %%
mine.save("digits.keras")
loaded = keras.models.load_model("digits.keras")
print([weight.name for weight in loaded.layers[1].non_trainable_weights])
print(f"{same(loaded.layers[1].mean, mine.layers[1].mean) = }")
print(f"{same(loaded(pixels[test]), mine(pixels[test])) = }")

# %% [markdown]
# ## 정리 { #promise }
#
# 훈련할 때와 추론할 때 다르게 움직이는 층이 `BatchNormalization`과 같은 답을 냈고, 모은 상태까지 저장되었습니다. 다음 실습의 층은 그림의 행을 시퀀스로 읽습니다. [멀티헤드 어텐션](attention.py)을 직접 만듭니다.
