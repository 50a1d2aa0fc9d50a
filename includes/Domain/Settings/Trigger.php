<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Settings;

defined( 'ABSPATH' ) || exit;

/**
 * When a workflow starts, as a string that people can store: `confirmed`, `paid`, `shipped` (by the shop's own signs of
 * it), `completed` or `status:<slug>` with any registered order status without its `wc-` prefix. Credit notes start
 * with each refund, whatever is stored.
 */
final class Trigger implements \Stringable {

	public const CONFIRMED = 'confirmed';
	public const PAID      = 'paid';
	public const SHIPPED   = 'shipped';
	public const COMPLETED = 'completed';
	public const STATUS    = 'status:';

	/** What may be entered. */
	public const PATTERN = '^(confirmed|paid|shipped|completed|status:[a-z0-9_-]{1,40})$';
	public const ABOUT   = 'confirmed, paid, shipped, completed, or status: and any order status without wc-.'
		. ' Credit notes start with each refund, whatever stands here.';

	public function __construct( public readonly string $value ) {}

	public function __toString(): string {
		return $this->value;
	}
}
