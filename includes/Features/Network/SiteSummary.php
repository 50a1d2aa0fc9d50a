<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Network;

defined( 'ABSPATH' ) || exit;

/** How one site of a network stands. */
final class SiteSummary {

	/**
	 * @param string                  $connection  as ConnectionView::state() says it.
	 * @param string                  $account     Sellsy's own identifier; empty before the first connection.
	 * @param \DateTimeImmutable|null $last_pass   null before the first.
	 * @param int                     $waiting     rows that are queued or in work.
	 * @param int                     $attention   rows that need a person.
	 * @param bool                    $has_shop    whether WooCommerce is active there.
	 */
	public function __construct(
		public readonly int $id,
		public readonly string $name,
		public readonly string $address,
		public readonly string $url,
		public readonly string $connection,
		public readonly string $code,
		public readonly string $account,
		public readonly ?\DateTimeImmutable $last_pass,
		public readonly int $waiting,
		public readonly int $attention,
		public readonly bool $has_shop,
	) {}

	public function identity(): string {
		return SiteList::identity( $this->account, $this->code );
	}
}
