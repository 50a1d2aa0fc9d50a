<?php
declare( strict_types=1 );

namespace OrderInvoicer\Features\Archives\Rules;

defined( 'ABSPATH' ) || exit;

use OrderInvoicer\Domain\Ledger\Task;

/** Why a document is not in the archive. */
enum NoPdf: string {
	case Draft     = 'draft';
	case Cancelled = 'cancelled';
	case Deleted   = 'deleted';
	case NotMade   = 'not_made';
	/** Sellsy answered, and hands out no file. */
	case Refused = 'refused';
	/** Sellsy did not answer, several times. */
	case Silent = 'silent';

	/** Of a row whose document is no file. */
	public static function of( ?Task $task ): self {
		return match ( true ) {
			$task === null                  => self::Deleted,
			$task->has_cancelled_document() => self::Cancelled,
			$task->has_lost_its_document()  => self::Deleted,
			$task->has_document()           => self::Draft,
			default                         => self::NotMade,
		};
	}
}
