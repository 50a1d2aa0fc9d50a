<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Documents\DocumentState;

/** An order in this status moves its document of that kind to this state; it never creates one. */
final class StateRule {

	/** In place of a status: the order is shipped by the shop's own signs of it. */
	public const SHIPPED = 'shipped';

	/** @param string $status without the `wc-` prefix, or SHIPPED. */
	public function __construct(
		public readonly DocumentKind $kind,
		public readonly string $status,
		public readonly DocumentState $state,
	) {}
}
