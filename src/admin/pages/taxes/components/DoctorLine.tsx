import { Button } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { View } from '../../../../api/useResource';
import { formatCount } from '../../../../i18n/format';
import type { TaxDoctor } from '../../../../generated/schemas';

type DoctorLineProps = {
	doctor: View< TaxDoctor >;
	/** Leads to what was found. */
	onShow: () => void;
};

/**
 * Above the tables, in a line of its own height: what the doctor says stands below them, so that nothing moves when it
 * comes.
 */
export function DoctorLine( {
	doctor: { resource },
	onShow,
}: DoctorLineProps ) {
	if ( resource.status === 'loading' ) {
		return <>{ __( 'The tax doctor is looking…', 'orderinvoicer' ) }</>;
	}
	const count =
		resource.status === 'ready'
			? resource.data.findings.filter( ( f ) => f.severity !== 'info' )
					.length
			: 0;
	return count === 0 ? null : (
		<Button variant="link" onClick={ onShow }>
			{ sprintf(
				/* translators: %s: number of things that are wrong. */
				_n(
					'The tax doctor found %s thing: show it',
					'The tax doctor found %s things: show them',
					count,
					'orderinvoicer'
				),
				formatCount( count )
			) }
		</Button>
	);
}
