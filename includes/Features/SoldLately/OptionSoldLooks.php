<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\SoldLately;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Features\SoldLately\Rules\SeenSold;
use OrderInvoicer\Features\SoldLately\Rules\SoldFault;
use OrderInvoicer\Features\SoldLately\Rules\SoldLooks;
use OrderInvoicer\WordPress\Options\FreshOptions;

/** One option, of one access: what another one was shown says nothing. */
final class OptionSoldLooks implements SoldLooks {

	public const OPTION = 'orderinvoicer_sold_looks';

	/** @param \Closure(): string $access which one is in use. */
	public function __construct(
		private readonly FreshOptions $options,
		private readonly \Closure $access,
	) {}

	public function read(): array {
		$stored = json_decode( $this->options->get( self::OPTION ), true );
		$is_own = is_array( $stored ) && ( $stored['access'] ?? '' ) === ( $this->access )();
		$rows   = $is_own ? $stored['seen'] ?? [] : [];
		$seen   = [];
		foreach ( is_array( $rows ) ? $rows : [] as $key => $row ) {
			if ( is_array( $row ) && is_int( $row[0] ?? null ) && is_string( $row[1] ?? null ) ) {
				$faults               = array_map( SoldFault::tryFrom( ... ), explode( ',', $row[1] ) );
				$seen[ (string) $key ] = new SeenSold(
					new \DateTimeImmutable( "@{$row[0]}" ),
					array_values( array_filter( $faults ) )
				);
			}
		}
		return $seen;
	}

	public function keep( array $seen ): void {
		$rows = array_map(
			static fn ( SeenSold $one ): array => [
				$one->at->getTimestamp(),
				implode( ',', array_map( static fn ( SoldFault $fault ): string => $fault->value, $one->faults ) ),
			],
			$seen
		);
		$this->options->set(
			self::OPTION,
			(string) wp_json_encode(
				[
					'access' => ( $this->access )(),
					'seen'   => $rows,
				]
			)
		);
	}
}
