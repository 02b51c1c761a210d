# ---
# menu: 비전 트랜스포머
# description: 작은 비전 트랜스포머(ViT)를 레시피의 층 두 개로 만드는 실습입니다. 숫자 그림을 조각으로 자르고, 학습한 모델의 어텐션이 보는 곳을 그리고, 위치를 지워 봅니다.
# ---

# %% [markdown]
# # 트랜스포머가 그림을 봅니다 { #vision }
#
# 트랜스포머는 벡터의 시퀀스를 받습니다. 비전 트랜스포머(ViT)는 그림을 조각으로 잘라, 조각 하나를 벡터 하나로 바꿉니다. 이 실습은 레시피의 층 두 개로 모델을 만들고, 어텐션이 보는 곳을 그립니다.
#
# [조각을 벡터로 바꾸는 층](../patches.md)의 파일 [patches.py](../recipes/patches.py){ download }와 [인코더 블록](../transformer-encoder.md)의 파일 [transformer_encoder.py](../recipes/transformer_encoder.py){ download }를 노트북 옆에 저장하세요.
#
# ## 그림 하나는 벡터 열여섯 개입니다 { #data }
#
# 숫자 그림은 가로와 세로가 8픽셀입니다. 조각의 한 변이 2픽셀이므로, 가로로 네 개, 세로로 네 개가 나옵니다.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, ops
from patches import PatchEncoder
from sklearn.datasets import load_digits
from transformer_encoder import TransformerEncoder

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).reshape(-1, 8, 8, 1).astype("float32")
test, train = slice(0, 360), slice(360, None)

patches = PatchEncoder(patch=2, width=32)
print(f"{pixels[:1].shape = }, {tuple(patches(pixels[:1]).shape) = }")

# %% [markdown]
# ## 조각은 픽셀 네 개입니다 { #cut }
#
# 층의 `cut()` 메서드는 조각을 픽셀 그대로 돌려줍니다. 조각을 제자리에 그려 봅니다.

# %% alt="작은 정사각형 열여섯 개가 네 줄로 놓여 있고, 정사각형마다 픽셀이 네 개입니다. 모두 합치면 숫자 0이 보입니다."
cut = ops.convert_to_numpy(patches.cut(pixels[:1]))[0]
figure, axes = plt.subplots(4, 4, figsize=(3, 3))
for patch, axis in zip(cut, axes.flat):
    axis.imshow(patch.reshape(2, 2), vmin=0, vmax=1)
    axis.axis("off")
print(f"{cut.shape = }")

# %% [markdown]
# `Dense` 하나가 픽셀 네 개를 벡터로 바꿉니다. 그런 다음 층은 자리마다 다른 벡터를 더합니다. 이 벡터도 학습하는 가중치입니다.
#
# ## 인코더 블록 두 개면 숫자를 읽습니다 { #model }
#
# 블록 두 개를 지난 벡터 열여섯 개를 평균합니다. 마지막 `Dense`가 그 평균에서 숫자를 고릅니다.

# %%
keras.utils.set_random_seed(0)
patches = PatchEncoder(patch=2, width=32)
encoder = TransformerEncoder(heads=4, hidden=64)
model = keras.Sequential([
    keras.Input((8, 8, 1)),
    patches,
    TransformerEncoder(heads=4, hidden=64),
    encoder,
    layers.LayerNormalization(),
    layers.GlobalAveragePooling1D(),
    layers.Dense(10, activation="softmax"),
])
model.compile(
    loss="sparse_categorical_crossentropy",
    optimizer=keras.optimizers.Adam(0.003),
    metrics=["accuracy"],
)
losses = model.fit(
    pixels[train], digits[train], batch_size=64, epochs=15, verbose=0
).history["loss"]
print([round(loss, 1) for loss in losses])
right = model.evaluate(pixels[test], digits[test], verbose=0)[1]
assert right > 0.85
print(f"{right = :.1f}")

# %% [markdown]
# 손실이 줄었고, 처음 보는 그림도 대부분 맞힙니다.
#
# ## 어텐션이 보는 곳을 그립니다 { #seen }
#
# 둘째 블록의 어텐션에 점수를 함께 돌려 달라고 합니다. 점수는 그림, 헤드, 보는 조각, 보이는 조각의 순서로 축이 네 개입니다. 헤드와 보는 조각으로 평균하면, 조각마다 모두가 그곳을 얼마나 보는지 남습니다.

# %% alt="윗줄에 숫자 그림 다섯 장이 있고, 아랫줄에 그림마다 가로세로 네 칸의 지도가 있습니다. 0의 지도는 가운데의 한 칸이 가장 밝고, 지도마다 밝은 칸이 다릅니다."
before = keras.Sequential(model.layers[:2])
x = pixels[:5]
steps = encoder.before(before(x))
_, scores = encoder.attention(steps, steps, return_attention_scores=True)
print(f"{tuple(scores.shape) = }")
assert np.allclose(ops.sum(scores, axis=-1), 1, atol=1e-4)

looked = ops.convert_to_numpy(ops.mean(scores, axis=(1, 2)))
figure, axes = plt.subplots(2, 5)
for image, seen, (above, below) in zip(x, looked, axes.T):
    above.imshow(image[..., 0])
    below.imshow(seen.reshape(4, 4), vmin=0)
    above.axis("off")
    below.axis("off")

# %% [markdown]
# 윗줄은 그림이고, 아랫줄은 그 그림의 조각 열여섯 개입니다. 밝은 조각일수록 많이 봅니다. 숫자마다 보는 곳이 다릅니다. 많이 보는 곳에 늘 획이 있지는 않습니다. 빈 조각도 숫자를 알려 주기 때문입니다.
#
# ## 위치를 지우면 숫자를 잘 읽지 못합니다 { #positions }
#
# 어텐션은 순서를 모릅니다. 조각의 자리는 층이 더한 벡터에만 들어 있습니다. 학습한 모델에서 그 벡터를 0으로 바꾸고 다시 평가합니다.

# %%
position = patches.position.numpy()
patches.position.assign(np.zeros_like(position))
blind = model.evaluate(pixels[test], digits[test], verbose=0)[1]
patches.position.assign(position)
assert blind < right - 0.2
print(f"with positions {right:.1f}, without {blind:.1f}")

# %% [markdown]
# 맞히는 비율이 크게 떨어집니다. 조각은 그대로인데 자리를 알 수 없기 때문입니다.
#
# ## 정리 { #promise }
#
# 그림을 자르는 층 하나와 블록 두 개로 모델을 만들고, 어텐션이 보는 곳을 보았습니다. 다음 실습에서는 그림을 점 하나로 줄여 [잠재 공간](latent.py)을 봅니다.
