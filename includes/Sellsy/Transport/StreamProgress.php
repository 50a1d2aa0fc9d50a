<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

/**
 * How far a request came without cURL. WordPress then asks over PHP's own streams, whose errors have no numbers, only
 * words that differ by system and language. But it says when the connection stands and the request is about to leave.
 */
final class StreamProgress {

	private bool $has_begun = false;
	private bool $leaves    = false;

	/**
	 * @param \Closure(): (array<string, mixed>|\WP_Error) $send
	 * @return array<string, mixed>|\WP_Error
	 */
	public function during( \Closure $send ): array|\WP_Error {
		$begins = function (): void {
			$this->has_begun = true;
		};
		$leaves = function (): void {
			$this->leaves = true;
		};
		add_action( 'requests-fsockopen.before_request', $begins );
		add_action( 'requests-fsockopen.before_send', $leaves );
		try {
			return $send();
		} finally {
			remove_action( 'requests-fsockopen.before_request', $begins );
			remove_action( 'requests-fsockopen.before_send', $leaves );
		}
	}

	/** There was no connection. Of a request by cURL nothing is known here. */
	public function never_sent(): bool {
		return $this->has_begun && ! $this->leaves;
	}
}
