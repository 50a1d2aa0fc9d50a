<?php
declare( strict_types=1 );

namespace OrderInvoicer\Wording\Names;

defined( 'ABSPATH' ) || exit;

/** What stays on an order or a document is written in the shop's language, whoever happens to be logged in. */
final class ShopLanguage {

	/**
	 * @template T
	 * @param callable(): T $text
	 * @return T
	 */
	public static function text( callable $text ): mixed {
		$switched = switch_to_locale( get_locale() );
		try {
			return $text();
		} finally {
			if ( $switched ) {
				restore_previous_locale();
			}
		}
	}
}
