<?php
/**
 * The shop's owner, a shopper and the accountant: one click leads from one to the other for whoever was given the key.
 */

declare( strict_types=1 );

defined( 'ABSPATH' ) || exit;

final class Orderinvoicer_Demo_Roles {

	private const COOKIE = 'orderinvoicer_demo';

	/** Role => login (tests/environment/seed.php, demo.php), name, where it begins. */
	private const ALL = [
		'owner'      => [ 'admin', 'The shop’s owner', '/wp-admin/admin.php?page=orderinvoicer' ],
		'shopper'    => [ 'client', 'A shopper', '/shop/' ],
		'accountant' => [ 'comptable', 'The accountant', '/wp-admin/admin.php?page=orderinvoicer#/history' ],
	];

	/** @return array<string, string> The stand-in has no pages of shoppers. */
	public static function names( bool $is_standin ): array {
		return array_map(
			static fn ( array $one ): string => $one[1],
			$is_standin ? array_diff_key( self::ALL, [ 'shopper' => true ] ) : self::ALL
		);
	}

	public static function may_enter( string $key ): bool {
		return $key !== '' && defined( 'ORDERINVOICER_DEMO' ) && hash_equals( ORDERINVOICER_DEMO, $key );
	}

	/** With the key, which this browser keeps: a shopper finds back to the owner. */
	public static function enter(): void {
		setcookie(
			self::COOKIE,
			ORDERINVOICER_DEMO,
			[
				'path'     => '/',
				'httponly' => true,
				'samesite' => 'Lax',
			]
		);
		wp_set_auth_cookie( 1 );
	}

	public static function is_known(): bool {
		return self::may_enter( sanitize_text_field( wp_unslash( $_COOKIE[ self::COOKIE ] ?? '' ) ) );
	}

	/** @return string Where the role begins; the demo's page for who may not take it. */
	public static function take( string $role ): string {
		[ $login, , $begins ] = self::ALL[ $role ] ?? [ '', '', '' ];
		$user = $login === '' || ! self::is_known() ? false : get_user_by( 'login', $login );
		if ( ! $user instanceof WP_User ) {
			return home_url( '/demo/' );
		}
		wp_set_auth_cookie( $user->ID );
		return home_url( $begins );
	}
}
