# ---
# menu: Latent space
# description: A lab that makes the latent space of a variational autoencoder visible. A sampling layer squeezes digits to points, a decoder draws points, and the KL term shows what it does.
# ---

# %% [markdown]
# # See a latent space { #latent }
#
# An autoencoder squeezes a picture into a few numbers, and makes a picture of them again. Here it gets two numbers for each picture, so each picture becomes a point in the plane. Where these points lie is the latent space.
#
# Save [sampling.py](../recipes/sampling.py){ download }, the file of the [sampling layer](../sampling.md), beside the notebook.
#
# ## The data are digits { #data }
#
# The pictures come with scikit-learn. 240 of them are for the test, the others for training.

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
# ## The encoder gives a distribution, the decoder a picture { #model }
#
# For each picture, the encoder gives two means and the logarithms of two variances. `Sampling` draws a point from that distribution. It also adds to the loss how far the distribution is from the standard normal one, and `weight` says how much that counts. The decoder makes a picture of the point.

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
# The loss falls as training goes on.
#
# ## Pictures of one digit lie together { #space }
#
# The encoder gives the means of the test pictures. The model was never told the name of a digit. Still the points of one digit lie close to each other.

# %% alt="240 points in a plane, coloured by digit. The numerals 0 to 9 stand in the middle of the points of one colour. 0, 3, 6 and 7 lie apart, 2 and 8 overlap."
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
# A numeral stands in the middle, the median, of the points of its digit. The share in the output counts the pictures whose nearest middle is their own digit. Two numbers are right more than half of the time.
#
# ## A point that moves changes its picture slowly { #grid }
#
# Lay 64 points over the plane like a chessboard, and let the decoder draw a picture for each.

# %% alt="64 small pictures of digits in eight rows and eight columns. Neighbours are alike, and each corner has another digit."
steps = np.linspace(-2, 2, 8)
grid = np.array([(x, y) for y in steps[::-1] for x in steps])
images = ops.convert_to_numpy(decoder(grid)).reshape(8, 8, 8, 8)
figure, axis = plt.subplots(figsize=(4.9, 4.9))
axis.imshow(images.transpose(0, 2, 1, 3).reshape(64, 64))
axis.axis("off")
print(f"{images.shape = }")

# %% [markdown]
# Each differs a little from its neighbours. Between two digits lie pictures that mix both. No such picture is in the training data.
#
# ## Without the divergence, the points spread { #free }
#
# Now train the same model with a weight of 0. Compare by the standard deviation how far the points spread. Then give both decoders 500 points from the standard normal distribution. For each picture that comes out, find the training picture that is most like it, and count how many digits there are.

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
# With a weight of 0, the points spread much further. Points from the standard normal distribution fall into their middle only, so some digits come out often, and others seldom or never. The divergence gathers the points around the origin. So any point that you draw gives a digit, and all kinds of them.
#
# ## In short { #promise }
#
# One layer drew values and added a loss. That loss gave the latent space its form. The last lab [packs a layer](ship-it.py) for a colleague.
