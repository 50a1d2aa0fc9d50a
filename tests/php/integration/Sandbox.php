<?php

declare( strict_types=1 );

namespace OrderInvoicer\Tests\Integration;

/**
 * The control routes of tests/sandbox, past the plugin and past WordPress.
 */
final class Sandbox {

	public function __construct( public readonly string $url ) {
	}

	/** @param array<string, mixed> $options */
	public function reset( array $options = [] ): void {
		$this->call( 'POST', '/_sandbox/reset', $options );
	}

	/** @return array<string, mixed> Companies, individuals, contacts, items, invoices, payments, calls. */
	public function state(): array {
		return $this->call( 'GET', '/_sandbox/state' );
	}

	/** @return array<string, mixed>|null as the state has it, which is long after hundreds of orders. */
	public function document( int $id ): ?array {
		return $this->call( 'GET', "/_sandbox/documents/$id" )['document'];
	}

	/**
	 * @param array<string, mixed> $fault For example [ 'mode' => '500-after', 'method' => 'POST', 'path' =>
	 *                                    '/invoices', 'times' => 1 ].
	 */
	public function fault( array $fault ): void {
		$this->call( 'POST', '/_sandbox/faults', $fault );
	}

	/**
	 * @param array<string, mixed>|null $body
	 * @return array<string, mixed>
	 */
	public function call( string $method, string $path, ?array $body = null ): array {
		$content = $body === null ? '' : (string) json_encode( (object) $body, JSON_THROW_ON_ERROR );
		$answer  = file_get_contents(
			$this->url . $path,
			false,
			stream_context_create(
				[
					'http' => [
						'method'        => $method,
						'header'        => $body === null ? '' : "Content-Type: application/json\r\n",
						'content'       => $content,
						'ignore_errors' => true,
						'timeout'       => 10,
					],
				]
			)
		);
		if ( $answer === false ) {
			throw new \RuntimeException( "The sandbox does not answer: {$method} {$path}" );
		}
		$decoded = $answer === '' ? [] : json_decode( $answer, true );
		if ( ! is_array( $decoded ) ) {
			throw new \RuntimeException( "The sandbox answered to {$method} {$path}: {$answer}" );
		}
		return $decoded;
	}
}
