<?php

declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Admin\AdminPage;
use OrderInvoicer\Domain\System\Fingerprints;
use OrderInvoicer\Features\SoldLately\Rules\SeenSold;
use OrderInvoicer\Features\SoldLately\Rules\SoldFault;
use OrderInvoicer\Features\SoldLately\Rules\SoldKey;
use OrderInvoicer\Features\SoldLately\Rules\SoldLately;
use OrderInvoicer\Features\SoldLately\Rules\SoldLooks;
use OrderInvoicer\Health\Checks\HealthCheck;
use OrderInvoicer\Health\Checks\SeenOn;
use OrderInvoicer\Health\Checks\Verdict;
use OrderInvoicer\WooCommerce\RecentSales;

/**
 * How what was sold lately stands at Sellsy, as the daily look saw it. Nobody is named but by the number of an order.
 */
final class AtSellsyCheck implements HealthCheck {

	private const MOST_NAMED = 5;

	public function __construct(
		private readonly SoldFault $fault,
		private readonly SoldLately $sold,
		private readonly SoldLooks $looks,
		private readonly RecentSales $sales,
		private readonly Fingerprints $fingerprints,
	) {}

	public function name(): string {
		return $this->fault->value;
	}

	public function label(): string {
		return AtSellsyText::label( $this->fault );
	}

	public function verdict(): Verdict {
		if ( $this->fault->is_of_items() && ! $this->sales->are_products_known() ) {
			return SoldCheck::without_tables( AtSellsyText::not_known( $this->fault ) );
		}
		$sold = $this->sold();
		if ( $sold === [] ) {
			return Verdict::no_order_shows( $this->label() );
		}
		$seen   = array_intersect_key( $this->looks->read(), $sold );
		$faulty = array_filter(
			$seen,
			fn ( SeenSold $one ): bool => in_array( $this->fault, $one->faults, true )
		);
		$unseen = count( $sold ) - count( $seen );
		return match ( true ) {
			$faulty !== [] => Verdict::recommended(
				AtSellsyText::title( $this->fault, count( $faulty ) ),
				$this->named( array_intersect_key( $sold, $faulty ) ) . ' ' . AtSellsyText::why( $this->fault )
					. ' ' . self::seen_on( $faulty ),
				AtSellsyText::next_step( $this->fault ),
				AdminPage::PATH
					. ( $this->fault->is_of_items() ? '#/products?setting=references' : '#/customers?setting=known' )
			),
			$unseen > 0 || $seen === [] => Verdict::unknown(
				AtSellsyText::not_known( $this->fault ),
				sprintf(
					/* translators: 1: number, 2: number of all. */
					__( '%1$s of %2$s were not looked up in Sellsy so far.', 'orderinvoicer' ),
					number_format_i18n( $unseen ),
					number_format_i18n( count( $sold ) )
				),
				__( 'Once a day a few are looked up, those first that never were: nothing to do.', 'orderinvoicer' )
			),
			default        => Verdict::good(
				AtSellsyText::in_order( $this->fault ),
				trim( self::seen_on( $seen ) . ' ' . AtSellsyText::but( $this->fault ) )
			),
		};
	}

	/** @return array<string, string> by key: the reference, or the e-mail address in small letters. */
	private function sold(): array {
		$sold = [];
		if ( $this->fault->is_of_items() ) {
			foreach ( $this->sold->references() as $reference ) {
				$sold[ SoldKey::of_item( $reference ) ] = $reference;
			}
			return $sold;
		}
		foreach ( array_keys( $this->sold->emails() ) as $email ) {
			$sold[ SoldKey::of_buyer( $email, $this->fingerprints ) ] = $email;
		}
		return $sold;
	}

	/** @param array<string, string> $faulty */
	private function named( array $faulty ): string {
		$names = $this->fault->is_of_items() ? array_values( $faulty ) : $this->orders( array_values( $faulty ) );
		return implode( ', ', array_slice( $names, 0, self::MOST_NAMED ) )
			. ( count( $names ) > self::MOST_NAMED ? ', …' : '.' );
	}

	/**
	 * @param list<string> $emails
	 * @return list<string> the latest order of each.
	 */
	private function orders( array $emails ): array {
		$ids    = [];
		$latest = array_map( mb_strtolower( ... ), $this->sales->emails() );
		foreach ( array_slice( $emails, 0, self::MOST_NAMED + 1 ) as $email ) {
			$ids[] = (int) array_search( $email, $latest, true );
		}
		return array_map( static fn ( string $number ): string => "#$number", $this->sales->numbers( $ids ) );
	}

	/** @param non-empty-array<string, SeenSold> $seen */
	private static function seen_on( array $seen ): string {
		return SeenOn::text( min( array_map( static fn ( SeenSold $one ): \DateTimeImmutable => $one->at, $seen ) ) );
	}
}
