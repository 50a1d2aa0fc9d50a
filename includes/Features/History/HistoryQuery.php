<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\History;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Failures\Refused;
use OrderInvoicer\Domain\Order\Day;
use OrderInvoicer\Domain\Settings\Values;
use OrderInvoicer\Features\History\Rules\HistoryFilter;
use OrderInvoicer\Features\History\Rules\HistoryState;

/** What the page and the file ask for, as a filter. */
final class HistoryQuery {

	public function __construct( private readonly OrderSearch $search ) {}

	/**
	 * @return array{HistoryFilter, bool} and whether the search looked at the newest orders alone.
	 * @throws Refused where a day is none.
	 */
	public function filter( Values $query ): array {
		$filter = new HistoryFilter(
			kind: DocumentKind::tryFrom( $query->text( 'kind', '' ) ),
			state: HistoryState::tryFrom( $query->text( 'state', '' ) ),
			from: self::day( $query->text( 'from', '' ) ),
			until: self::day( $query->text( 'until', '' ) )
		);
		$text = trim( $query->text( 'search', '' ) );
		if ( $text === '' ) {
			return [ $filter, false ];
		}
		[ $ids, $is_cut ] = $this->search->find( $text );
		return [ $filter->among( $ids ), $is_cut ];
	}

	private static function day( string $day ): string {
		return $day === '' || Day::exists( $day ) ? $day : throw new Refused( Refused::NO_SUCH_DAY, [ 'day' => $day ] );
	}
}
