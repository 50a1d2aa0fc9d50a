<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce;

defined( 'ABSPATH' ) || exit;

use Automattic\WooCommerce\Utilities\OrderUtil;
use OrderInvoicer\Domain\Customers\WrittenEmails;
use OrderInvoicer\WordPress\Tables\Sql;

/**
 * By the database, which minds no case. Orders that are posts have no index by it: where a shop keeps them so, only
 * accounts tell.
 */
final class WooWrittenEmails implements WrittenEmails {

	/** A relay's address may stand on hundreds of thousands. */
	private const MOST = 500;

	public function __construct(
		private readonly \wpdb $wpdb,
		private readonly Sql $sql,
	) {}

	public function like( string $email ): array {
		$rows = $this->sql->rows(
			'SELECT user_email AS email FROM %i WHERE user_email = %s LIMIT %d',
			[ $this->wpdb->users, $email, self::MOST ]
		);
		if ( OrderUtil::custom_orders_table_usage_is_enabled() ) {
			$orders = $this->sql->rows(
				'SELECT billing_email AS email FROM %i WHERE billing_email = %s LIMIT %d',
				[ $this->sql->table( 'wc_orders' ), $email, self::MOST ]
			);
			$rows   = [ ...$rows, ...$orders ];
		}
		$written = array_map( static fn ( array $row ): string => trim( $row['email'] ?? '' ), $rows );
		return array_values( array_unique( $written ) );
	}
}
