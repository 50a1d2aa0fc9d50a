<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks\Site;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WooCommerce\DocumentMeta;
use OrderInvoicer\WooCommerce\RecentSales;

/** Documents that another connector made for recent orders: where it still works, a sale may have two. */
final class OtherConnectorCheck implements HealthCheck {

	public function __construct( private readonly RecentSales $sales ) {}

	public function name(): string {
		return 'other_connector';
	}

	public function label(): string {
		return __( 'Documents of another connector', 'orderinvoicer' );
	}

	public function verdict(): Verdict {
		$foreign = array_filter(
			$this->sales->metas( DocumentMeta::keys() ),
			DocumentMeta::are_foreign( ... )
		);
		$orders  = count( $foreign );
		if ( $orders === 0 && $this->sales->emails() === [] ) {
			return Verdict::no_order_shows( $this->label() );
		}
		return $orders === 0
			? Verdict::good( __( 'No recent order has a document of another connector', 'orderinvoicer' ) )
			: Verdict::recommended(
				sprintf(
					/* translators: %s: number of orders. */
					_n(
						'%s recent order has a document of another connector',
						'%s recent orders have a document of another connector',
						$orders,
						'orderinvoicer'
					),
					number_format_i18n( $orders )
				),
				__( 'Such an order gets none from here, as it would be the second one. Where both work at once, which of them comes first is chance.', 'orderinvoicer' ),
				__( 'Switch the other connector off. Orders that it has billed stay as they are.', 'orderinvoicer' )
			);
	}
}
