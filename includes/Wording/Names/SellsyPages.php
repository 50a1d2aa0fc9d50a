<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;

/**
 * Pages of customers and items in Sellsy's back office. Their addresses are inferred: Sellsy documents none.
 *
 * @assumes pages-of-back-office
 */
final class SellsyPages {

	/** @param string $sellsy_app_url without a slash at the end. */
	public function __construct( private readonly string $sellsy_app_url ) {}

	public function customer( CustomerRef $customer ): string {
		return "{$this->sellsy_app_url}/?_f=third&thirdid={$customer->id}&thirdtype=client";
	}

	public function item( int $id ): string {
		return "{$this->sellsy_app_url}/?_f=catalogueitem&id=$id&type=item";
	}
}
