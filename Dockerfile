# The bridge in a container. Build: docker build -t jembatan .
FROM node:22-bookworm AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The driver of SQLite comes ready-made, or is compiled here.
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/config ./config
COPY --from=build /app/deploy ./deploy
COPY --from=build /app/.env.example ./
# The configuration is in /etc/jembatan; its ../data, where the ledger lies, is the volume. A new volume has their owner.
RUN mkdir -m 0700 /etc/jembatan /etc/data && chown node:node /etc/jembatan /etc/data
VOLUME /etc/data
USER node
EXPOSE 8417
# Alive means that it answers: whether its rounds progress, /readyz tells.
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8417/livez').then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "/app/dist/main.js"]
CMD ["run", "--config", "/etc/jembatan/jembatan.yaml"]
