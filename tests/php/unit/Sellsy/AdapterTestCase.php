<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Unit\Sellsy;

/** Every request that an adapter's test sends must be one that Sellsy documents. */
abstract class AdapterTestCase extends ClientTestCase {

	protected function tearDown(): void {
		$contract = new SentContract();
		foreach ( $this->transport->requests as $request ) {
			self::assertSame( '', $contract->problem( $request ) );
		}
	}

	/** The body sent is this file, to the byte but for indentation. */
	final protected function assert_sent( string $golden_file, int $request ): void {
		$sent = json_decode( (string) $this->request( $request )->body, false, 512, JSON_THROW_ON_ERROR );
		self::assertSame(
			trim( (string) file_get_contents( __DIR__ . '/golden/' . $golden_file . '.json' ) ),
			json_encode( $sent, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES )
		);
	}

	/** @return array<string, mixed> */
	final protected function sent( int $request ): array {
		return json_decode( (string) $this->request( $request )->body, true );
	}
}
