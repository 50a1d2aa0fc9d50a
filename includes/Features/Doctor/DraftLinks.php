<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Doctor;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Buyers\CustomerRef;
use OrderInvoicer\Domain\Buyers\CustomerType;
use OrderInvoicer\Features\Doctor\Kept\Record;
use OrderInvoicer\Features\Doctor\Kept\Thing;
use OrderInvoicer\Features\Doctor\Kept\Trace;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\Wording\Names\SellsyPages;

/** Where a person finds what stays in Sellsy, to delete it. Not for the report, which may be posted. */
final class DraftLinks {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly DocumentPage $documents,
		private readonly SellsyPages $pages,
	) {}

	/** @return list<array{name: string, url: string}> without an address where Sellsy has not told its id. */
	public function of( Record $record ): array {
		$customer = '';
		foreach ( $record->staying() as $trace ) {
			if ( $trace->thing === Thing::Customer && $trace->id !== null ) {
				$customer = $this->pages->customer( new CustomerRef( CustomerType::Company, $trace->id ) );
			}
		}
		return array_map(
			fn ( Trace $trace ): array => [
				'name' => $this->name( $trace ),
				'url'  => $this->url( $trace, $customer ),
			],
			$record->staying()
		);
	}

	private function name( Trace $trace ): string {
		$kind = $trace->thing->kind();
		return match ( true ) {
			$kind !== null => $this->names->kind( $kind ),
			$trace->thing === Thing::Payment => _x( 'Payment', 'what was sent to Sellsy', 'orderinvoicer' ),
			default => _x( 'Client', 'what was sent to Sellsy', 'orderinvoicer' ),
		};
	}

	/** A payment is seen with its client. */
	private function url( Trace $trace, string $customer ): string {
		$kind = $trace->thing->kind();
		return match ( true ) {
			$kind === null => $customer,
			$trace->id === null => '',
			default => $this->documents->url( $kind, $trace->id ),
		};
	}
}
