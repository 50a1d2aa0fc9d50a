<?php
declare( strict_types=1 );

namespace OrderInvoicer\Tests\Recorder;

/** The control routes of tests/sandbox, past the plugin and past WordPress. */
final class Sandbox {

	public function __construct( private readonly string $url ) {}

	/**
	 * Its documents stay.
	 *
	 * @param array<string, mixed> $options
	 */
	public function use_account( array $options ): void {
		$post = stream_context_create(
			[
				'http' => [
					'method'  => 'POST',
					'header'  => 'Content-Type: application/json',
					'content' => json_encode( $options, JSON_THROW_ON_ERROR ),
				],
			]
		);
		if ( file_get_contents( "{$this->url}/_sandbox/options", false, $post ) === false ) {
			throw new \RuntimeException( 'The sandbox does not take these options.' );
		}
	}

	/** @return array<string, mixed> all that it holds. */
	public function state(): array {
		return json_decode(
			(string) file_get_contents( "{$this->url}/_sandbox/state" ),
			true,
			512,
			JSON_THROW_ON_ERROR
		);
	}
}
