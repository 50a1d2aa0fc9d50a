<?php

declare( strict_types=1 );

namespace OrderInvoicer\Health\Checks;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Wording\Names\DayText;

/** How old it is what a check says: nobody is asked for it now. */
final class SeenOn {

	public static function text( \DateTimeImmutable $at ): string {
		/* translators: %s: date. */
		return sprintf( __( 'Seen on %s.', 'orderinvoicer' ), DayText::day( $at ) );
	}
}
