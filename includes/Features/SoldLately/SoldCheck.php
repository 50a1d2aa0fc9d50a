<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Domain\Buyers\EmailAddress;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WooCommerce\Catalogue\ProductReferences;
use OrderInvoicer\WooCommerce\RecentProducts;
use OrderInvoicer\WooCommerce\RecentSales;

/** One question about what was sold lately, and to whom; orders are named by their number, and nothing else of them. */
final class SoldCheck implements HealthCheck {

	private const MOST_NAMED = 5;

	public function __construct(
		private readonly SoldQuestion $question,
		private readonly RecentSales $sales,
		private readonly RecentProducts $products,
	) {}

	public function name(): string {
		return $this->question->value;
	}

	public function label(): string {
		return $this->question->label();
	}

	public function verdict(): Verdict {
		$is_of_products = in_array( $this->question, [ SoldQuestion::NoReference, SoldQuestion::Shared ], true );
		if ( $is_of_products && ! $this->products->are_known() ) {
			return self::without_tables( $this->question->label() );
		}
		$found = $is_of_products ? $this->products() : $this->orders();
		if ( $found === null ) {
			return Verdict::no_order_shows( $this->question->label() );
		}
		return $found === []
			? Verdict::good( $this->question->in_order() )
			: Verdict::recommended(
				$this->question->title( count( $found ) ),
				$this->named( $found, $is_of_products ) . ' ' . $this->question->why(),
				$this->question->next_step(),
				$is_of_products ? AdminPage::PATH . '#/products?setting=references' : $this->sales->page( $found )
			);
	}

	public static function without_tables( string $title ): Verdict {
		return Verdict::unknown(
			$title,
			__( 'This database has no table of sold products.', 'orderinvoicer' ),
			__( 'Look at the products themselves.', 'orderinvoicer' )
		);
	}

	/** @return ?list<int> null where none was sold. */
	private function products(): ?array {
		$sold = $this->products->all();
		if ( $sold === [] ) {
			return null;
		}
		$faults = $this->question === SoldQuestion::Shared
			? [ ProductReferences::DUPLICATE ]
			: [ ProductReferences::MISSING, ProductReferences::SHORT ];
		$faulty = array_filter(
			$sold,
			static fn ( array $product ): bool => in_array( $product['problem'], $faults, true )
		);
		return array_column( $faulty, 'id' );
	}

	/** @return ?list<int> null where there is none. */
	private function orders(): ?array {
		$emails = $this->sales->emails();
		if ( $emails === [] ) {
			return null;
		}
		$faulty = array_filter(
			$emails,
			$this->question === SoldQuestion::NoEmail
				? static fn ( string $email ): bool => $email === ''
				: static fn ( string $email ): bool => $email !== '' && ! EmailAddress::can_be_right( $email )
		);
		return array_keys( $faulty );
	}

	/** @param non-empty-list<int> $found ids. */
	private function named( array $found, bool $are_products ): string {
		$first  = array_slice( $found, 0, self::MOST_NAMED );
		$names  = $are_products ? array_map( strval( ... ), $first ) : $this->sales->numbers( $first );
		$listed = implode( ', ', array_map( static fn ( string $name ): string => "#$name", $names ) )
			. ( count( $found ) > self::MOST_NAMED ? ', …' : '.' );
		return sprintf(
			$are_products
				/* translators: %s: ids of products, such as #12, #15. */
				? _n( 'Product %s', 'Products %s', count( $found ), 'orderinvoicer' )
				/* translators: %s: numbers of orders, such as #12, #15. */
				: _n( 'Order %s', 'Orders %s', count( $found ), 'orderinvoicer' ),
			$listed
		);
	}
}
