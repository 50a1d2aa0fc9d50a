<?php
declare( strict_types=1 );

namespace OrderInvoicer\Sellsy\Transport;

defined( 'ABSPATH' ) || exit;

final class HttpRequest {

	/**
	 * @param array<string, string> $headers
	 * @param string|null           $body    null sends none.
	 */
	public function __construct(
		public readonly string $method,
		public readonly string $url,
		public readonly array $headers,
		public readonly ?string $body,
	) {}
}
