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

/**
 * Where a person finds what stays in Sellsy, to delete it: drafts, and what Sellsy did not delete. Not for the report,
 * which may be posted.
 *
 * @phpstan-type DraftLinkAnswer array{
 *     name: string,
 *     // Empty where Sellsy has not told where it is.
 *     url: string,
 * }
 */
final class DraftLinks {

	public function __construct(
		private readonly DocumentNames $names,
		private readonly DocumentPage $documents,
		private readonly SellsyPages $pages,
	) {}

	/** @return list<DraftLinkAnswer> without an address where Sellsy has not told its id. */
	public function of( Record $record ): array {
		$customer = '';
		foreach ( $record->staying() as $trace ) {
			if ( $trace->thing === Thing::Customer && $trace->id !== null ) {
				$customer = $this->customer( CustomerType::Company, $trace->id );
			}
		}
		return array_map(
			fn ( Trace $trace ): array => [
				'name' => $this->name( $trace ),
				'url'  => $this->url( $trace, $customer ),
			],
			[ ...$record->staying(), ...$this->not_deleted( $record ) ]
		);
	}

	/** @return list<Trace> while a run goes on, it may be at them. */
	private function not_deleted( Record $record ): array {
		$is_there = static fn ( Trace $one ): bool => $one->id !== null;
		return $record->run?->is_over() === true ? array_values( array_filter( $record->passing(), $is_there ) ) : [];
	}

	private function name( Trace $trace ): string {
		$kind = $trace->thing->kind();
		return match ( true ) {
			$kind !== null => $this->names->kind( $kind ),
			$trace->thing === Thing::Payment => _x( 'Payment', 'what was sent to Sellsy', 'orderinvoicer' ),
			$trace->thing === Thing::Contact => _x( 'Contact', 'what was sent to Sellsy', 'orderinvoicer' ),
			$trace->thing === Thing::Item => _x( 'Product', 'what was sent to Sellsy', 'orderinvoicer' ),
			$trace->thing === Thing::Webhook => _x( 'Webhook', 'what was sent to Sellsy', 'orderinvoicer' ),
			default => _x( 'Client', 'what was sent to Sellsy', 'orderinvoicer' ),
		};
	}

	/** A payment is seen with its client. */
	private function url( Trace $trace, string $customer ): string {
		$kind = $trace->thing->kind();
		return match ( true ) {
			in_array( $trace->thing, [ Thing::Customer, Thing::Payment ], true ) => $customer,
			$trace->id === null => '',
			$kind !== null => $this->documents->url( $kind, $trace->id ),
			$trace->thing === Thing::Company => $this->customer( CustomerType::Company, $trace->id ),
			$trace->thing === Thing::Individual => $this->customer( CustomerType::Individual, $trace->id ),
			$trace->thing === Thing::Item => $this->pages->item( $trace->id ),
			default => '', // Sellsy's page of it is not known.
		};
	}

	private function customer( CustomerType $type, int $id ): string {
		return $this->pages->customer( new CustomerRef( $type, $id ) );
	}
}
