import { type JSX, useState } from 'react'
import { Button } from '../../components/button.tsx'
import { LongTextField, SelectField } from '../../components/fields.tsx'
import { Section } from '../../components/section.tsx'
import { DescribePicture } from '../../forms/picture-describe.tsx'
import { choicesOf, tintWords } from '../../words/products.ts'
import { CroppedPicture } from '../product/cropped-picture.tsx'
import type { ArticlePartProps } from './article-fields.tsx'
import { PhotoPick } from './photo-pick.tsx'
import { PicturePick } from './picture-pick.tsx'

/** The picture of a piece: one of a product's, or a photo of one's own. */
export function ArticlePicturePart({ typed, change, faultOf }: ArticlePartProps): JSX.Element {
  const { picture } = typed
  const [isCropping, setCropping] = useState(false)
  return (
    <Section title="Picture">
      {picture && (
        <span className={`plate ${typed.tint}`}>
          <CroppedPicture picture={picture} alt={picture.alt} />
        </span>
      )}
      <div className="stack article-picture">
        <PicturePick
          label={picture ? 'Another picture, by its product' : 'A picture, by its product'}
          onPick={({ id, alt }) => change({ picture: { id, alt } })}
        />
        <PhotoPick
          label={picture ? 'Or a photo of your own instead' : 'Or a photo of your own'}
          onSent={({ id: photoId, picture: { id } }) => {
            change({ picture: { id, alt: '', photoId, focus: { x: 50, y: 50 } } })
            setCropping(true)
          }}
        />
        {picture && (
          <p className="head-acts">
            {picture.photoId !== undefined && (
              <Button small onPress={() => setCropping(true)}>
                Crop it
              </Button>
            )}
            <Button small kind="text" onPress={() => change({ picture: undefined })}>
              Without a picture
            </Button>
          </p>
        )}
        {picture && isCropping && (
          <DescribePicture
            picture={picture}
            onClose={() => setCropping(false)}
            onDone={(described) => {
              change({ picture: described })
              setCropping(false)
            }}
          />
        )}
        {picture && (
          <LongTextField
            label="What it shows"
            rows={2}
            value={picture.alt}
            maxLength={200}
            fault={faultOf('picture.alt') ?? faultOf('picture')}
            onChange={(alt) => change({ picture: { ...picture, alt } })}
          />
        )}
        <SelectField
          label="Ground of its picture"
          value={typed.tint}
          choices={choicesOf(tintWords)}
          onChange={(tint) => change({ tint })}
        />
      </div>
    </Section>
  )
}
