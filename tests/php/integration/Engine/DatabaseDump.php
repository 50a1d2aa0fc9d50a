<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration\Engine;

/** The whole database at one moment, as a host's backup keeps it. */
final class DatabaseDump {

	private readonly string $file;

	public function __construct() {
		$this->file = (string) tempnam( sys_get_temp_dir(), 'backup' );
		$this->run( 'mariadb-dump', '>' );
	}

	public function __destruct() {
		unlink( $this->file );
	}

	public function put_back(): void {
		$this->run( 'mariadb', '<' );
		wp_cache_flush();
	}

	private function run( string $program, string $direction ): void {
		$command = sprintf(
			'%s --no-defaults --socket=%s --user=root %s %s %s 2>&1',
			$program,
			escapeshellarg( (string) getenv( 'ORDERINVOICER_SITE_SOCKET' ) ),
			escapeshellarg( DB_NAME ),
			$direction,
			escapeshellarg( $this->file )
		);
		exec( $command, $said, $code );
		if ( $code !== 0 ) {
			throw new \RuntimeException( implode( "\n", $said ) );
		}
	}
}
