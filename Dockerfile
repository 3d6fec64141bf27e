# syntax=docker/dockerfile:1

FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -Dquick package \
    # Our own jar apart, so that a new build of it leaves the layer of libraries as it is.
    && mkdir /own && mv target/tocsin/lib/tocsin.jar /own/

FROM eclipse-temurin:17-jre
RUN groupadd --system --gid 10001 tocsin \
    && useradd --system --uid 10001 --gid tocsin --home-dir /opt/tocsin --shell /usr/sbin/nologin tocsin \
    && install -d -o tocsin -g tocsin -m 750 /var/lib/tocsin
WORKDIR /opt/tocsin
COPY --from=build /src/target/tocsin/lib/ lib/
COPY config/ config/
COPY --from=build /own/tocsin.jar lib/
USER 10001:10001
ENV LANG=C.UTF-8 \
    TOCSIN_LOG=json \
    TOCSIN_DATA_FOLDER=/var/lib/tocsin
VOLUME /var/lib/tocsin
EXPOSE 8080
# Ready and not only alive: bash asks, since the image has no HTTP client and a second JVM would cost a second each time.
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${TOCSIN_HTTP_PORT:-8080} && printf 'GET /readyz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# The options of the script ./tocsin, but for the heap: half of what the container may use; RocksDB and the page cache take
# from the other half. More options for the JVM: JAVA_TOOL_OPTIONS.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=50", "-Dtocsin.home=/opt/tocsin", "-XX:+ExitOnOutOfMemoryError", \
    "-Xlog:disable", "-Xlog:all=warning:stderr", \
    "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-Dstderr.encoding=UTF-8", \
    "-Dsun.stdout.encoding=UTF-8", "-Dsun.stderr.encoding=UTF-8", \
    "-XX:+UseParallelGC", "-Xshare:auto", "-jar", "/opt/tocsin/lib/tocsin.jar"]
CMD ["run"]
