# syntax=docker/dockerfile:1
# The same release that machines run, in an image: packed by the same program, with its own Node.

FROM node:24.11.0-bookworm AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/npm-cache npm ci --cache /npm-cache --no-audit --no-fund
# Sources are taken out of the folder as it was copied; .git comes along for the commit's name and day.
RUN git config --global --add safe.directory /src \
  && node scripts/run.mjs scripts/release.ts --work-tree \
  && mkdir /release && tar -xzf dist/releases/*/flora-*.tar.gz -C /release

# What stands in for the world where there is no other: the payment sandbox. Not part of the shop's image.
FROM build AS sandbox
RUN mkdir /var/lib/payments && chown node:node /var/lib/payments
USER node
EXPOSE 3000 3010
VOLUME /var/lib/payments
HEALTHCHECK --interval=3s --timeout=3s --start-period=10s --retries=5 \
  CMD ["node_modules/.bin/node", "-e", "require('node:net').connect(3010, '127.0.0.1', () => process.exit(0)).on('error', () => process.exit(1))"]
CMD ["node_modules/.bin/node", "infra/containers/payments.ts"]

FROM debian:12.12-slim AS shop
# The newest fixes of the system, and what Node is linked against.
RUN apt-get update \
  && apt-get upgrade --yes \
  && apt-get install --yes --no-install-recommends ca-certificates libatomic1 libstdc++6 \
  && rm -rf /var/lib/apt/lists/* \
  && useradd --system --uid 10001 --home-dir /var/lib/flora --create-home --shell /usr/sbin/nologin flora
COPY --from=build /release /opt/flora
WORKDIR /opt/flora
USER 10001
ENV HOST=0.0.0.0 PORT=3000 DATA_DIR=/var/lib/flora
EXPOSE 3000
VOLUME /var/lib/flora
# The process is told first, and has half a minute to finish what it was asked.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["/opt/flora/bin/node", "-e", "fetch('http://127.0.0.1:3000/api/ready').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# What Node must know before its first line lies beside each program of the release, as for machines.
ENTRYPOINT ["/bin/sh", "-c", "set -a && . \"/opt/flora/${1%.js}.env\" && set +a && exec /opt/flora/bin/node \"$@\"", "node"]
CMD ["apps/api/dist/serve.js"]
