# ---
# menu: 잠재 공간
# description: 변분 오토인코더(VAE)의 잠재 공간을 눈으로 보는 실습입니다. 표본 추출 층으로 숫자 그림을 점 하나로 줄이고, 점에서 그림을 되돌리고, KL 발산이 하는 일을 확인합니다.
# ---

# %% [markdown]
# # 잠재 공간을 눈으로 봅니다 { #latent }
#
# 오토인코더는 그림을 수 몇 개로 줄였다가 다시 그림으로 되돌립니다. 여기서는 그림 하나를 수 두 개로 줄입니다. 그래서 그림마다 평면 위의 점 하나가 됩니다. 이 점들이 놓이는 곳이 잠재 공간입니다.
#
# [표본 추출 층](../sampling.md)의 파일 [sampling.py](../recipes/sampling.py){ download }를 노트북 옆에 저장하세요.
#
# ## 데이터는 숫자 그림입니다 { #data }
#
# 그림은 scikit-learn에 들어 있습니다. 240장은 테스트에 쓰고, 나머지로 훈련합니다.

# %%
import keras
import matplotlib.pyplot as plt
import numpy as np
from keras import layers, ops
from sampling import Sampling
from sklearn.datasets import load_digits

pixels, digits = load_digits(return_X_y=True)
pixels = (pixels / 16).astype("float32")
test, train = slice(0, 240), slice(240, None)
print(f"{pixels[train].shape = }, {pixels[test].shape = }")

# %% [markdown]
# ## 인코더는 분포를 내고, 디코더는 그림을 냅니다 { #model }
#
# 인코더는 그림마다 평균 두 개와 분산의 로그 두 개를 냅니다. `Sampling` 층은 그 분포에서 점 하나를 뽑습니다. 그리고 그 분포가 표준 정규 분포에서 먼 만큼을 손실에 더합니다. `weight`는 그 거리의 무게입니다. 디코더는 점에서 그림을 되돌립니다.

# %%
def vae(weight):
    keras.utils.set_random_seed(0)
    inputs = keras.Input((64,))
    hidden = layers.Dense(128, activation="relu")(inputs)
    mean = layers.Dense(2)(hidden)
    log_variance = layers.Dense(2)(hidden)
    z = Sampling(weight, seed=1)(mean, log_variance)
    decoder = keras.Sequential([
        keras.Input((2,)),
        layers.Dense(128, activation="relu"),
        layers.Dense(64, activation="sigmoid"),
    ])
    model = keras.Model(inputs, decoder(z))
    model.compile(keras.optimizers.Adam(0.003), "mse")
    losses = model.fit(
        pixels[train], pixels[train], epochs=80, verbose=0
    ).history["loss"]
    return keras.Model(inputs, mean), decoder, losses


encoder, decoder, losses = vae(weight=0.002)
assert losses[-1] < 0.6 * losses[0]
print([round(loss, 3) for loss in losses[::16]])

# %% [markdown]
# 훈련이 진행되는 동안 손실이 줄어듭니다.
#
# ## 같은 숫자는 가까이 모입니다 { #space }
#
# 인코더는 테스트 그림의 평균을 냅니다. 모델은 숫자의 이름을 배운 적이 없습니다. 그래도 같은 숫자의 점은 서로 가깝습니다.

# %% alt="점 240개가 평면에 흩어져 있고, 색은 숫자입니다. 0부터 9까지 열 개의 글자가 같은 색 점들의 가운데에 있습니다. 0과 3과 6과 7은 따로 모여 있고, 2와 8은 겹칩니다."
z = ops.convert_to_numpy(encoder(pixels[test]))
middles = np.array(
    [np.median(z[digits[test] == digit], axis=0) for digit in range(10)]
)
figure, axis = plt.subplots(figsize=(4.9, 4.2))
axis.scatter(*z.T, c=digits[test], cmap="tab10", s=12)
for digit, middle in enumerate(middles):
    axis.text(*middle, digit, fontsize=20, ha="center", va="center")
distances = np.linalg.norm(z[:, None] - middles, axis=-1)
right = np.mean(distances.argmin(axis=1) == digits[test])
assert right > 0.5
print(f"{z.shape = }, nearest middle is right: {right:.1f}")

# %% [markdown]
# 글자는 그 숫자의 점들의 가운데(중앙값)에 있습니다. 출력의 비율은 가장 가까운 가운데가 제 숫자인 그림의 비율입니다. 수 두 개로도 절반 넘게 맞습니다.
#
# ## 점을 옮기면 그림이 천천히 바뀝니다 { #grid }
#
# 평면에 바둑판처럼 점 64개를 놓고, 디코더로 점마다 그림을 그립니다.

# %% alt="작은 숫자 그림 64개가 가로 여덟 줄, 세로 여덟 줄로 놓여 있습니다. 이웃한 그림은 비슷하고, 구석마다 다른 숫자가 있습니다."
steps = np.linspace(-2, 2, 8)
grid = np.array([(x, y) for y in steps[::-1] for x in steps])
images = ops.convert_to_numpy(decoder(grid)).reshape(8, 8, 8, 8)
figure, axis = plt.subplots(figsize=(4.9, 4.9))
axis.imshow(images.transpose(0, 2, 1, 3).reshape(64, 64))
axis.axis("off")
print(f"{images.shape = }")

# %% [markdown]
# 옆의 그림과 조금씩 다릅니다. 한 숫자에서 다른 숫자로 가는 길에 두 숫자를 섞은 모습이 있습니다. 이 길은 훈련 데이터에 없는 그림입니다.
#
# ## KL 발산이 없으면 점이 흩어집니다 { #free }
#
# 이번에는 무게를 0으로 하고 같은 모델을 훈련합니다. 점이 얼마나 퍼지는지 표준 편차로 비교합니다. 그런 다음 두 디코더에 표준 정규 분포에서 뽑은 점 500개를 줍니다. 나온 그림마다 가장 비슷한 훈련 그림을 찾아, 숫자가 몇 가지인지 셉니다.

# %%
free, other, _ = vae(weight=0)
spread = z.std(), ops.convert_to_numpy(free(pixels[test])).std()
assert spread[0] < 1.5 and spread[1] > 2 * spread[0]
print(f"spread with the divergence {spread[0]:.0f}, without {spread[1]:.0f}")

draws = np.random.default_rng(0).normal(size=(500, 2))
kinds = []
for drawn in (decoder, other):
    new = ops.convert_to_numpy(drawn(draws))
    away = np.abs(new[:, None] - pixels[None, train]).mean(axis=-1)
    nearest = digits[train][away.argmin(axis=1)]
    kinds.append(len(np.unique(nearest)))
assert kinds[0] > kinds[1]
print(f"digits among 500 draws: with {kinds[0]}, without {kinds[1]}")

# %% [markdown]
# 무게가 0이면 점이 훨씬 넓게 퍼집니다. 표준 정규 분포에서 뽑은 점은 그 한가운데에만 떨어집니다. 그래서 어떤 숫자는 자주 나오고, 어떤 숫자는 드물거나 아예 나오지 않습니다. KL 발산은 점들을 원점 둘레로 모읍니다. 그래서 아무 점이나 뽑아도 여러 숫자가 나옵니다.
#
# ## 정리 { #promise }
#
# 층 하나가 값을 뽑고 손실을 더했습니다. 그 손실이 점들이 놓일 곳을 정했습니다. 마지막 실습에서는 [층을 묶어](ship-it.py) 동료에게 건넵니다.
