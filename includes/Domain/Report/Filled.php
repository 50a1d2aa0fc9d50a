<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Report;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\System\KeptValues;

/**
 * How far the filling in of documents that the report lacks came.
 *
 * `<task id>.<kind>.<page>`; `done` in place of the kind at the end. A page is Sellsy's word and may hold anything.
 */
final class Filled {

	public const OPTION = 'orderinvoicer_report_filled';

	private const DONE = 'done';

	public function __construct( private readonly KeptValues $values ) {}

	/** Null before it began. */
	public function position(): ?FillPosition {
		[
			$below,
			$kind,
			$page,
		] = array_pad( explode( '.', $this->values->get( self::OPTION ), 3 ), 3, '' );
		return ctype_digit( $below )
			? new FillPosition(
				below: (int) $below,
				kind: DocumentKind::tryFrom( $kind ),
				page: $page,
				is_done: $kind === self::DONE
			)
			: null;
	}

	/**
	 * A report that could not be written takes the position back, and several runners may fill at once: it goes on only
	 * from where it was seen.
	 *
	 * @param ?FillPosition $was as it was seen; null where it had not begun.
	 * @return bool false: it is another by now, and stays so.
	 */
	public function move( ?FillPosition $was, FillPosition $to ): bool {
		return $this->values->swap( self::OPTION, $was === null ? '' : self::text( $was ), self::text( $to ) );
	}

	private static function text( FillPosition $position ): string {
		$kind = $position->is_done ? self::DONE : $position->kind->value ?? '';
		return "$position->below.$kind.$position->page";
	}
}
