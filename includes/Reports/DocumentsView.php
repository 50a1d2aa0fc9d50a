<?php

declare( strict_types=1 );

namespace OrderInvoicer\Reports;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\Clock;
use OrderInvoicer\Wording\Names\DocumentNames;
use OrderInvoicer\Wording\Names\DocumentPage;
use OrderInvoicer\WordPress\Counts\HourlyCount;
use OrderInvoicer\WordPress\Counts\MadeDocuments;

/**
 * The documents that were made: the last one, and how many each day. Days are the shop's.
 *
 * @phpstan-import-type OrderRefAnswer from OrderView
 *
 * @phpstan-type LastDocumentAnswer array{
 *     name: string,
 *     url: string,
 *     // edit_url is empty when the order is gone.
 *     order: OrderRefAnswer,
 *     made_at: Rfc3339,
 * }
 * @phpstan-type DayAnswer array{
 *     day: YearMonthDay,
 *     counts: array<value-of<DocumentKind>, NaturalInt>,
 * }
 */
final class DocumentsView {

	private const DAYS = 30;

	public function __construct(
		private readonly MadeDocuments $made,
		private readonly HourlyCount $hourly,
		private readonly TaskView $tasks,
		private readonly DocumentNames $names,
		private readonly DocumentPage $pages,
		private readonly Clock $clock,
	) {}

	/** @return LastDocumentAnswer|null */
	public function last(): ?array {
		$last = $this->made->last();
		$kind = $last === null ? null : $last['task']->key->effect->creates();
		if ( $last === null || $kind === null ) {
			return null;
		}
		return [
			'name'    => $this->names->document( $kind, $last['task']->remote_number ),
			'url'     => $this->pages->url( $kind, $last['task']->remote_id ),
			'order'   => $this->tasks->view( $last['task'] )['order'],
			'made_at' => $last['made_at']->format( DATE_RFC3339 ),
		];
	}

	/**
	 * @return list<DayAnswer> oldest first, today last, the days without any among them.
	 */
	public function days(): array {
		$starts = $this->starts();
		$made   = $this->made( $starts );
		$days   = [];
		foreach ( array_slice( $starts, 0, self::DAYS ) as $start ) {
			$day    = $start->format( 'Y-m-d' );
			$days[] = [
				'day'    => $day,
				'counts' => self::by_kind( $made[ $day ] ?? [] ),
			];
		}
		return $days;
	}

	/**
	 * @param array<string, int> $made
	 * @return array<value-of<DocumentKind>, int>
	 */
	private static function by_kind( array $made ): array {
		$counts = [];
		foreach ( DocumentKind::cases() as $kind ) {
			$counts[ $kind->value ] = $made[ $kind->value ] ?? 0;
		}
		return $counts;
	}

	/**
	 * Those made before the last count, and since.
	 *
	 * @param non-empty-list<\DateTimeImmutable> $starts
	 * @return array<string, array<string, int>> by day, then by kind.
	 */
	private function made( array $starts ): array {
		$counted = $this->hourly->read();
		if ( $counted === null || $counted->at < $starts[0] ) {
			return $this->made->per_day( $starts );
		}
		$later = array_filter( $starts, static fn ( \DateTimeImmutable $start ): bool => $start > $counted->at );
		$made  = $counted->days();
		foreach ( $this->made->per_day(
			[ $counted->at->setTimezone( wp_timezone() ), ...array_values( $later ) ]
		) as $day => $counts ) {
			foreach ( $counts as $kind => $number ) {
				$made[ $day ][ $kind ] = ( $made[ $day ][ $kind ] ?? 0 ) + $number;
			}
		}
		return $made;
	}

	/**
	 * @return non-empty-list<\DateTimeImmutable> each day's first moment, and tomorrow's. Where the clock skips
	 *         midnight, that is later.
	 */
	private function starts(): array {
		$today  = $this->clock->now()->setTimezone( wp_timezone() )->setTime( 0, 0 );
		return array_map(
			static fn ( int $day ): \DateTimeImmutable =>
				$today->modify( sprintf( '%+d days', $day ) )->setTime( 0, 0 ),
			range( 1 - self::DAYS, 1 )
		);
	}
}
