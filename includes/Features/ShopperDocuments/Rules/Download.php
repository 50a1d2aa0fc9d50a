<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\ShopperDocuments\Rules;

defined( 'ABSPATH' ) || exit;

/** The file, or why there is none. */
final class Download {

	/** @param int $retry_after seconds until another try makes sense; 0 where none does. */
	private function __construct(
		public readonly string $pdf,
		public readonly ?DownloadRefusal $refusal,
		public readonly int $retry_after,
	) {}

	public static function file( string $pdf ): self {
		return new self( $pdf, null, 0 );
	}

	public static function refused( DownloadRefusal $why, int $retry_after = 0 ): self {
		return new self( '', $why, $retry_after );
	}
}
