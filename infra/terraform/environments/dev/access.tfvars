repository = "shop-example/flora"
