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
	 */
	public function __construct(
		public readonly ?DocumentKind $kind = null,
		public readonly ?HistoryState $state = null,
		public readonly string $from = '',
		public readonly string $until = '',
		public readonly ?array $order_ids = null,
	) {}

	/** @param list<int> $order_ids */
	public function among( array $order_ids ): self {
		$own = [ 'order_ids' => $order_ids ];
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
		return ( $this->kind === null || $row->kind === $this->kind )
			&& ( $this->from === '' || $row->day >= $this->from )
			&& ( $this->until === '' || $row->day <= $this->until )
			&& ( $this->state === null || $row->is_in( $this->state ) );
	}

	/** @return non-empty-list<string> what makes such documents. */
	public function effects(): array {
		$kinds = $this->kind === null ? DocumentKind::cases() : [ $this->kind ];
		return array_map( static fn ( DocumentKind $kind ): string => Effect::create( $kind )->value, $kinds );
	}
}
