# ---
# menu: 어텐션
# description: 멀티헤드 어텐션 층을 Keras로 직접 만드는 실습입니다. 숫자 그림을 행의 시퀀스로 읽고, 마스크로 잘린 행을 가리고, 어텐션 지도를 그려 MultiHeadAttention과 비교합니다.
# ---

# %% [markdown]
# # 어텐션이 보는 곳을 그립니다 { #attention }
#
# 숫자 그림을 위에서 아래로, 여덟 행의 시퀀스로 읽습니다. 그림마다 아래쪽이 많으면 세 행까지 무작위로 잘려 있습니다. 직접 만든 멀티헤드 어텐션 층이 잘린 행을 보지 않는지 확인합니다.
#
# ## 그림은 행의 시퀀스입니다 { #data }
#
# 어텐션은 순서를 모르므로, 행마다 번호를 원-핫 벡터로 뒤에 붙입니다. 그런 다음 위쪽 행을 다섯 개에서 여덟 개까지만 남깁니다. 나머지 행은 번호까지 모두 -1로 채웁니다.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import ops
from sklearn.datasets import load_digits

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).reshape(-1, 8, 8).astype("float32")
heights = np.random.default_rng(0).integers(5, 9, size=len(pixels))
kept = np.arange(8) < heights[:, None]
numbers = np.broadcast_to(np.eye(8), pixels.shape)
rows = np.concatenate([pixels, numbers], axis=-1).astype("float32")
rows = np.where(kept[:, :, None], rows, -1)
test, train = slice(0, 360), slice(360, None)
print(f"{rows.shape = }, {heights[:8] = }")

# %% [markdown]
# ## 층은 커널 네 개입니다 { #layer }
#
# 어텐션은 한 행의 질의를 모든 행의 키와 비교하고, 맞는 만큼 값을 섞습니다. 헤드는 저마다 이 일을 따로 합니다. 질의, 키, 값을 만드는 커널이 하나씩 있고, 헤드의 답을 다시 모으는 커널이 하나 있습니다. 마스크가 거짓인 키의 점수는 -30000으로 바꿉니다. 소프트맥스를 지나면 그 자리는 0이 됩니다.

# %%
@keras.saving.register_keras_serializable(package="book")
class MyAttention(keras.layers.Layer):
    def __init__(self, heads, size, **kwargs):
        super().__init__(**kwargs)
        self.heads, self.size = heads, size
        self.supports_masking = True

    def build(self, input_shape):
        inner = (input_shape[-1], self.heads, self.size)
        outer = (self.heads, self.size, input_shape[-1])
        self.query = self.add_weight(shape=inner, name="query")
        self.key = self.add_weight(shape=inner, name="key")
        self.value = self.add_weight(shape=inner, name="value")
        self.output_kernel = self.add_weight(shape=outer, name="output")

    def weights_of(self, x, mask=None):
        query = ops.einsum("bti,ihs->bhts", x, self.query)
        key = ops.einsum("bti,ihs->bhts", x, self.key)
        scores = ops.einsum("bhts,bhus->bhtu", query, key) / self.size**0.5
        if mask is not None:
            scores = ops.where(mask[:, None, None, :], scores, -3e4)
        return ops.softmax(scores)

    def call(self, x, mask=None):
        value = ops.einsum("bti,ihs->bhts", x, self.value)
        heads = ops.einsum(
            "bhtu,bhus->bhts", self.weights_of(x, mask), value
        )
        return ops.einsum("bhts,hsi->bti", heads, self.output_kernel)

    def compute_output_shape(self, input_shape):
        return input_shape

# %% [markdown]
# ## `MultiHeadAttention`과 같습니다 { #equal }
#
# Keras의 층도 편향을 끄면 커널이 네 개이고, 순서와 형상까지 같습니다. 그래서 가중치를 그대로 옮길 수 있습니다. 마스크가 있을 때와 없을 때를 모두 비교합니다.

# %%
keras.utils.set_random_seed(0)
x, mask = rows[test], kept[test]
mine = MyAttention(heads=2, size=8)
theirs = keras.layers.MultiHeadAttention(2, 8, use_bias=False)
mine(x), theirs(x, x)
theirs.set_weights(mine.get_weights())


def same(one, other):
    return bool(ops.max(ops.abs(one - other)) < 1e-5)


print([tuple(weight.shape) for weight in mine.weights])
print(f"{same(mine(x), theirs(x, x)) = }")
masked = theirs(x, x, attention_mask=mask[:, None, :])
print(f"{same(mine(x, mask=mask), masked) = }")
print(f"{same(mine(x), masked) = }")

# %% [markdown]
# 세 비교 가운데 앞의 둘은 참이고 마지막은 거짓입니다. 마스크가 답을 바꾼다는 뜻입니다.
#
# ## 가린 행은 답을 바꾸지 못합니다 { #masked-rows }
#
# 잘린 자리의 -1을 아무 값으로나 바꾸어 봅니다. 남은 행의 답이 그대로이면 층이 그 자리를 보지 않은 것입니다.

# %%
noise = np.random.default_rng(1).normal(size=x.shape)
other = np.where(mask[:, :, None], x, noise).astype("float32")
print(f"{same(mine(x)[mask], mine(other)[mask]) = }")
one, two = (mine(each, mask=mask)[mask] for each in (x, other))
print(f"{same(one, two) = }")

# %% [markdown]
# 마스크를 주면 답이 같고, 주지 않으면 달라집니다.
#
# ## 잘린 숫자를 읽도록 훈련합니다 { #model }
#
# `Masking` 층이 -1로 채운 행을 찾아 마스크를 만듭니다. 마스크는 `Dense`와 `MyAttention`을 지나 평균을 내는 층까지 갑니다. 그 층도 남은 행만 평균합니다.

# %%
attention = MyAttention(heads=4, size=16, name="attention")
model = keras.Sequential([
    keras.Input((8, 16)),
    keras.layers.Masking(-1),
    keras.layers.Dense(64, activation="relu"),
    attention,
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(10, activation="softmax"),
])
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=keras.optimizers.Adam(0.003),
    metrics=["accuracy"],
)
model.fit(rows[train], digits[train], epochs=20, verbose=0)
answers = model.predict(rows[test], verbose=0).argmax(axis=1)
for height in range(5, 9):
    group = heights[test] == height
    right = np.mean(answers[group] == digits[test][group])
    assert right > 0.75
    print(f"{height} rows: {right:.2f} of {group.sum()}")

# %% [markdown]
# 출력의 네 줄은 남은 행의 수마다 맞힌 비율과 그림의 수입니다. 세 행이 잘려도 대부분 맞힙니다.
#
# ## 헤드마다 보는 곳을 그립니다 { #maps }
#
# 다섯 행만 남은 그림과 온전한 그림을 하나씩 골라, 헤드 네 개의 어텐션 지도를 그립니다. 지도의 한 줄은 한 행이 여덟 행을 얼마나 보는지 나타내고, 합은 1입니다. 밝을수록 많이 봅니다.

# %% alt="왼쪽에 그림, 오른쪽에 헤드 네 개의 어텐션 지도가 두 줄 있습니다. 윗줄의 그림은 다섯 행뿐이고, 그 지도의 오른쪽 세 열은 모두 어둡습니다. 아랫줄의 지도는 가운데 열이 밝고, 밝은 열이 헤드마다 조금씩 다릅니다."
before = keras.Sequential(model.layers[:2])
chosen = [np.flatnonzero(heights == height)[0] for height in (5, 8)]
figure, axes = plt.subplots(2, 5)
for line, index in zip(axes, chosen):
    x, mask = rows[[index]], kept[[index]]
    maps = attention.weights_of(before(x), mask)[0]
    assert np.allclose(ops.sum(maps, axis=-1), 1, atol=1e-4)
    assert not np.any(maps[..., heights[index]:])
    line[0].imshow(x[0, :, :8], vmin=0)
    line[0].set_title(f"digit {digits[index]}")
    for head, axis in enumerate(line[1:]):
        axis.imshow(maps[head], vmin=0)
        axis.set_title(f"head {head}")
    for axis in line:
        axis.axis("off")

# %% [markdown]
# 윗줄 지도의 오른쪽 세 열은 잘린 행을 가리킵니다. 셀의 `assert`가 그 자리의 값이 모두 0임을 확인했습니다. 아래 세 줄은 잘린 행이 보는 곳입니다. 평균을 내는 층이 이 행들을 뺍니다.
#
# ## 정리 { #promise }
#
# 직접 만든 층이 `MultiHeadAttention`과 같은 값을 내고, 가린 행은 보지 않았습니다. 마지막 실습에서는 [층을 묶어](ship-it.py) 동료에게 건넵니다.
