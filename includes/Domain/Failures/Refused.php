<?php
declare( strict_types=1 );

namespace OrderInvoicer\Domain\Failures;

defined( 'ABSPATH' ) || exit;

/**
 * Bad input, or what the moment does not allow: nothing was changed, and whoever asked is told. REST answers the reason
 * as `orderinvoicer_…`.
 */
final class Refused extends \DomainException {

	/** References at Sellsy begin with the present one already. */
	public const SHOP_CODE_FIXED = 'shop_code_fixed';

	/** Somebody gave a day that the calendar does not have. */
	public const NO_SUCH_DAY = 'no_such_day';

	/** The tax that was chosen for a sale without VAT gives a reason that is none of such a sale. */
	public const UNFIT_EXEMPTION = 'unfit_exemption';

	/** A back-fill must finish, or be cancelled, before another begins. */
	public const BACKFILL_RUNNING = 'backfill_running';

	/** There is nothing to preview: the refund's credit note is at Sellsy already, made here or by hand. */
	public const HAS_CREDIT_NOTE = 'has_credit_note';

	/** Of an archive of PDFs: another is being filled; too many; none is a file; the server cannot make one. */
	public const ARCHIVE_RUNNING = 'archive_running';
	public const TOO_MANY_FILES  = 'too_many_files';
	public const NO_FILES        = 'no_files';
	public const NO_ZIP          = 'no_zip';

	/** What is wrong with an amount that a person typed. */
	public const NOT_A_NUMBER      = 'amount_not_a_number';
	public const NOT_POSITIVE      = 'amount_not_positive';
	public const TOO_MANY_DECIMALS = 'amount_too_many_decimals';
	public const MORE_THAN_LEFT    = 'amount_more_than_left';

	/**
	 * @param self::*                   $why
	 * @param array<string, string|int> $facts that the sentence needs.
	 */
	public function __construct( public readonly string $why, public readonly array $facts = [] ) {
		parent::__construct( $why );
	}
}
