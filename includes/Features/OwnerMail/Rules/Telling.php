<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\OwnerMail\Rules;

defined( 'ABSPATH' ) || exit;

/** An e-mail that is due, and what was told once it has left. Without one nothing is said, and that is kept. */
final class Telling {

	/** @param (\Closure(): bool)|null $mail false where it did not leave. */
	public function __construct(
		public readonly Told $told,
		public readonly ?\Closure $mail = null,
	) {}
}
