<?php
declare( strict_types=1 );

namespace OrderInvoicer\WordPress\Options;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Documents\DocumentKind;
use OrderInvoicer\Domain\Report\FillPosition;
use OrderInvoicer\Domain\Report\Filled;
use OrderInvoicer\WordPress\Tables\WpdbReport;

/** `<task id>.<kind>.<page>`; `done` in place of the kind at the end. A page is Sellsy's word and may hold anything. */
final class OptionReportFilled implements Filled {

	private const DONE = 'done';

	public function __construct( private readonly FreshOptions $options ) {}

	public function position(): ?FillPosition {
		[
			$below,
			$kind,
			$page,
		] = array_pad( explode( '.', $this->options->get( WpdbReport::FILLED_OPTION ), 3 ), 3, '' );
		return ctype_digit( $below )
			? new FillPosition(
				below: (int) $below,
				kind: DocumentKind::tryFrom( $kind ),
				page: $page,
				is_done: $kind === self::DONE
			)
			: null;
	}

	public function move( ?FillPosition $was, FillPosition $to ): bool {
		return $was === null
			? $this->options->add( WpdbReport::FILLED_OPTION, self::text( $to ) )
			: $this->options->replace( WpdbReport::FILLED_OPTION, self::text( $was ), self::text( $to ) );
	}

	private static function text( FillPosition $position ): string {
		$kind = $position->is_done ? self::DONE : $position->kind->value ?? '';
		return "$position->below.$kind.$position->page";
	}
}
