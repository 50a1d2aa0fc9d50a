import { Button } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { labelled } from '../../i18n/labels';
import { isUsual, usualEdits } from './usual';
import type { SettingsDraft } from './useSettings';

type SettingProps = {
	/** Its path, or several: the search leads here. The first one is marked where it departs. */
	name: string;
	/** Beside this one, what only stands here once this is chosen. */
	holds?: string;
	/** Left out where there is nothing to put back: the default depends on the shop, or the choice is asked for. */
	form?: Pick< SettingsDraft, 'value' | 'editMore' >;
	/** Who cannot see beside what the button stands. */
	label?: string | undefined;
	children: React.ReactNode;
};

/** Where a setting stands: found by its name, marked where it is not the default. */
export function Setting( {
	name,
	holds,
	form,
	label = '',
	children,
}: SettingProps ) {
	const place = useRef< HTMLDivElement >( null );
	const [ resets, setResets ] = useState( 0 );
	// The button goes away with the mark.
	useEffect( () => {
		if ( resets > 0 ) {
			place.current
				?.querySelector< HTMLElement >(
					'input:checked, input:not([type=radio]), select, textarea'
				)
				?.focus();
		}
	}, [ resets ] );
	return (
		<div
			ref={ place }
			className="orderinvoicer-setting"
			data-setting={ name }
			data-holds={ holds }
		>
			{ children }
			{ form && ! isUsual( form.value, name ) && (
				<p className="orderinvoicer-muted orderinvoicer-setting__mark">
					{ __( 'Not the default.', 'orderinvoicer' ) }{ ' ' }
					<Button
						variant="link"
						aria-label={ labelled(
							__( 'Reset', 'orderinvoicer' ),
							label
						) }
						onClick={ () => {
							form.editMore( usualEdits( name ) );
							setResets( resets + 1 );
						} }
					>
						{ __( 'Reset', 'orderinvoicer' ) }
					</Button>
				</p>
			) }
		</div>
	);
}
