<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Customers;

defined( 'ABSPATH' ) || exit;

/**
 * By which spellings an e-mail address is searched, as Sellsy may mind the case: as typed, in small letters, and as
 * other orders and accounts of the shop have it, for whoever made clients of them before made them so.
 *
 * @assumes search-by-email
 */
final class Spellings {

	/** Each is two questions to Sellsy. */
	private const MOST = 4;

	public function __construct( private readonly WrittenEmails $written ) {}

	/** @return list<string> none where there is no address. */
	public function of( string $email ): array {
		if ( $email === '' ) {
			return [];
		}
		$small   = mb_strtolower( $email );
		$is_it   = static fn ( string $other ): bool => mb_strtolower( $other ) === $small;
		$written = array_filter( $this->written->like( $email ), $is_it );
		return array_slice( array_values( array_unique( [ $email, $small, ...$written ] ) ), 0, self::MOST );
	}
}
