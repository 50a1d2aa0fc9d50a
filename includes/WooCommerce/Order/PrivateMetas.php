<?php
declare( strict_types=1 );

namespace OrderInvoicer\WooCommerce\Order;

defined( 'ABSPATH' ) || exit;

/**
 * What plugins write on an item that is worth money or opens something: the code of a gift card that was sold, licence
 * keys, passwords, links. Buyers see it in their order; it never leaves the shop, where accountants would read it.
 */
final class PrivateMetas {

	/** Keys that no word below tells. */
	private const KEYS = [
		'pw_gift_card_number', // PW Gift Cards.
		'pw_gift_card_to',
	];

	/** Words of a key, or of what it is called, between other signs than letters; without accents. */
	private const WORDS = [
		'codes?',
		'vouchers?',
		'gift ?cards? ?numbers?',
		'(numero|no) (de )?(la )?carte( cadeau)?',
		'licen[cs]es?( keys?)?',
		'serials?( numbers?)?',
		'(numero|no) de serie',
		'keys?',
		'cles?',
		'activations?',
		'passwords?',
		'passcodes?',
		'pins?',
		'mots? de passe',
		'secrets?',
		'tokens?',
		'jetons?',
		'redeem',
		'urls?',
		'links?',
		'liens?',
		'downloads?',
	];

	/** A link, or groups of signs as codes have them. */
	private const VALUE = '#://|\bwww\.|\b[A-Z0-9]{4,}(-[A-Z0-9]{4,}){2,}\b#i';

	/**
	 * @param object{key?: mixed, value?: mixed, display_key?: mixed} $meta of `get_formatted_meta_data()`.
	 * @param list<string>                                          $attributes keys of what the product comes in.
	 */
	public function is_private( object $meta, array $attributes ): bool {
		$key = is_string( $meta->key ?? null ) ? $meta->key : '';
		if ( in_array( $key, self::KEYS, true ) || self::has( self::VALUE, $meta->value ?? '' ) ) {
			return true;
		}
		return ! in_array( str_replace( 'attribute_', '', $key ), $attributes, true )
			&& ( self::is_named( $key ) || self::is_named( $meta->display_key ?? '' ) );
	}

	private static function is_named( mixed $name ): bool {
		$plain = is_string( $name ) ? strtolower( remove_accents( wp_strip_all_tags( $name ) ) ) : '';
		return self::has( '/\b(' . implode( '|', self::WORDS ) . ')\b/', str_replace( [ '_', '-' ], ' ', $plain ) );
	}

	private static function has( string $pattern, mixed $text ): bool {
		return is_string( $text ) && preg_match( $pattern, $text ) === 1;
	}
}
