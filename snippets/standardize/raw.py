from sklearn.datasets import load_wine

for wine in load_wine().data[::20]:
    print(wine.astype(int).tolist())
