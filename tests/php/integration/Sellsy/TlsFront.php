<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Sellsy;

use OrderInvoicer\Tests\Integration\HttpGuard;
use OrderInvoicer\Tests\Integration\Sandbox;

/** The sandbox by TLS, trusted while it is up; every connection to it is counted. */
final class TlsFront {

	public readonly string $url;

	private readonly string $folder;

	/** @var resource */
	private $process;

	/** @var resource */
	private $printed;

	private int $connections = 0;

	public function __construct( Sandbox $sandbox ) {
		$this->folder = sys_get_temp_dir() . '/orderinvoicer-tls-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder );
		$program       = dirname( __DIR__, 3 ) . '/sandbox/tls.ts';
		$process       = proc_open(
			[ 'node', '--import', 'tsx', $program, $sandbox->url, $this->folder ],
			[ 1 => [ 'pipe', 'w' ] ],
			$pipes,
			dirname( __DIR__, 4 )
		);
		$this->process = $process !== false ? $process : throw new \RuntimeException( 'The sandbox has no front.' );
		$this->printed = $pipes[1];
		$this->url     = 'https://localhost:' . (int) fgets( $this->printed );
		stream_set_blocking( $this->printed, false );
		HttpGuard::allow( $this->url );
		add_filter( 'http_request_args', [ $this, 'trust' ], 10, 2 );
	}

	/**
	 * @param array<string, mixed> $arguments
	 * @return array<string, mixed>
	 */
	public function trust( array $arguments, string $url ): array {
		return str_starts_with( $url, $this->url )
			? [ 'sslcertificates' => $this->folder . '/certificate.pem' ] + $arguments
			: $arguments;
	}

	/** So far. */
	public function connections(): int {
		usleep( 50_000 );
		while ( fgets( $this->printed ) !== false ) {
			++$this->connections;
		}
		return $this->connections;
	}

	public function close(): void {
		remove_filter( 'http_request_args', [ $this, 'trust' ] );
		proc_terminate( $this->process );
		fclose( $this->printed );
		proc_close( $this->process );
		array_map( 'unlink', (array) glob( $this->folder . '/*' ) );
		rmdir( $this->folder );
	}
}
