<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Ledger\Effect;

/** Which documents are listed. An empty filter leaves nothing out. */
final class HistoryFilter {

	/**
	 * @param string         $from      a day of the shop, `Y-m-d`; empty for no beginning.
	 * @param string         $until     the last day; empty for no end.
	 * @param list<int>|null $order_ids those that were searched for; null: nothing was.
	 * @param bool           $is_summed without a kind, those alone that bill and credit: who adds others up with them
	 *                                  counts a sale twice.
	 */
	public function __construct(
		public readonly ?DocumentKind $kind = null,
		public readonly ?HistoryState $state = null,
		public readonly string $from = '',
		public readonly string $until = '',
		public readonly ?array $order_ids = null,
		public readonly bool $is_summed = false,
	) {}

	/** @param list<int> $order_ids */
	public function among( array $order_ids ): self {
		return $this->with( [ 'order_ids' => $order_ids ] );
	}

	public function summed(): self {
		return $this->with( [ 'is_summed' => true ] );
	}

	/** @param array<string, mixed> $own */
	private function with( array $own ): self {
		// @phpstan-ignore argument.type (its own fields, each of its type)
		return new self( ...[ ...get_object_vars( $this ), ...$own ] );
	}

	public function has_days(): bool {
		return $this->from . $this->until !== '';
	}

	/** Rows cannot be told apart before it is known what is paid of them. */
	public function is_of_money(): bool {
		return $this->state?->is_of_money() === true;
	}

	public function takes( HistoryRow $row ): bool {
		return in_array( $row->kind, $this->kinds(), true )
			&& ( $this->from === '' || $row->day >= $this->from )
			&& ( $this->until === '' || $row->day <= $this->until )
			&& ( $this->state === null || $row->is_in( $this->state ) );
	}

	/** @return non-empty-list<string> what makes such documents. */
	public function effects(): array {
		return array_map( static fn ( DocumentKind $kind ): string => Effect::create( $kind )->value, $this->kinds() );
	}

	/** @return non-empty-list<DocumentKind> */
	public function kinds(): array {
		return match ( true ) {
			$this->kind !== null => [ $this->kind ],
			$this->is_summed     => [ DocumentKind::Invoice, DocumentKind::CreditNote ],
			default              => DocumentKind::cases(),
		};
	}
}
